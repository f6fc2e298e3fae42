import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  plugins: [react()],
  // The server for development finds files beside a package only where that is left as it is.
  optimizeDeps: { exclude: ["entra-connect-checker"] },
});
