import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

const isCustomElement = (tag) => tag === "entra-connect-checker";

export default defineConfig({
  base: "./",
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
  // The server for development finds files beside a package only where that is left as it is.
  optimizeDeps: { exclude: ["entra-connect-checker"] },
});
