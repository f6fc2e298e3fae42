// Chromium runs no module scripts in pages of XML (crbug.com/717643); a script of the old kind may import.
import("../bare/entra-connect-checker.js");
