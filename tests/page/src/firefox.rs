//! What is Firefox's own: its start, and what is asked of the browser behind the page, which its
//! driver lets us run scripts in.

use std::path::Path;
use std::process::Command;

use fantoccini::Client;
use serde_json::{Value, json};

use crate::command::Post;
use crate::{Error, Lack, Start};

pub(crate) fn drive(driver: &mut Command, port: u16, folder: &Path) {
    driver.args(["--allow-system-access", "--websocket-port", "0", "--port", &port.to_string()]);
    // Without it the browser does not let its own service's address be changed, which is done below.
    driver.env("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1");
    // Of a killed browser nothing shall stay behind.
    driver.arg("--profile-root").arg(folder);
}

pub(crate) fn capabilities(browser: &Path, folder: &Path, start: &Start) -> Value {
    let mut preferences = json!({
        "intl.locale.requested": "en-US",
        "browser.download.dir": folder.join("downloads"),
        "browser.download.folderList": 2,
        // The console as the browser keeps it, of all its processes.
        "devtools.console.stdout.content": false,
        // Nothing of its own in the list of connections.
        "app.normandy.enabled": false,
        "browser.safebrowsing.malware.enabled": false,
        "browser.safebrowsing.phishing.enabled": false,
        "captivedetect.canonicalURL": "",
        "extensions.getAddons.cache.enabled": false,
        "extensions.systemAddon.update.enabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "services.settings.server": "data:,#remote-settings-dummy/v1",
    });
    if start.lack == Some(Lack::WebAssembly) {
        preferences["javascript.options.wasm"] = json!(false);
    }
    if start.calm {
        preferences["ui.prefersReducedMotion"] = json!(1);
    }
    let mut wanted = json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {"binary": browser, "args": ["-headless"], "prefs": preferences},
    });
    if let Some(port) = start.proxy {
        let proxy = format!("127.0.0.1:{port}");
        wanted["proxy"] = json!({"proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy});
        // Else the browser goes to its own machine past the proxy.
        wanted["moz:firefoxOptions"]["prefs"]["network.proxy.allow_hijacking_localhost"] = json!(true);
    }
    wanted
}

/// Runs a script in the browser itself; its last argument is called with the result.
pub(crate) async fn chrome(client: &Client, script: &str, arguments: Vec<Value>) -> Result<Value, Error> {
    let context = |context: &str| Post::new("moz/context", json!({ "context": context }));
    client.issue_cmd(context("chrome")).await?;
    let result = client.execute_async(script, arguments).await;
    client.issue_cmd(context("content")).await?;
    Ok(result?)
}

/// Sets a property of the tab's browsing context, which is kept from page to page.
async fn tab(client: &Client, property: &str, value: Value) -> Result<(), Error> {
    let set = "const [property, value, done] = arguments;
        gBrowser.selectedBrowser.browsingContext[property] = value; done()";
    chrome(client, set, vec![json!(property), value]).await?;
    Ok(())
}

pub(crate) async fn lack(client: &Client, lack: Lack) -> Result<(), Error> {
    match lack {
        Lack::Scripts => tab(client, "allowJavascript", json!(false)).await,
        // By a preference, from the start.
        Lack::WebAssembly => Ok(()),
    }
}

/// In every process, present or to come, as soon as a page has a window.
pub(crate) async fn before_each_page(client: &Client, script: &str) -> Result<(), Error> {
    let hook = "const [script, done] = arguments;
        const each = `Services.obs.addObserver((page) => {
            const sandbox = new Cu.Sandbox(page, { sandboxPrototype: page, wantXrays: false });
            Cu.evalInSandbox(${JSON.stringify('window.eval(' + JSON.stringify(script) + ')')}, sandbox);
        }, 'content-document-global-created')`;
        Services.ppmm.loadProcessScript('data:,' + encodeURIComponent(each), true);
        done()";
    chrome(client, hook, vec![json!(script)]).await?;
    Ok(())
}

pub(crate) async fn size(client: &Client, width: u32, height: u32) -> Result<(), Error> {
    let set = "const [width, height, done] = arguments;
        const style = gBrowser.selectedBrowser.style;
        for (const name of ['width', 'minWidth', 'maxWidth']) style[name] = `${width}px`;
        for (const name of ['height', 'minHeight', 'maxHeight']) style[name] = `${height}px`;
        done()";
    chrome(client, set, vec![json!(width), json!(height)]).await?;
    Ok(())
}

pub(crate) async fn media(client: &Client, medium: &str, scheme: &str) -> Result<(), Error> {
    tab(client, "mediumOverride", json!(medium)).await?;
    tab(client, "prefersColorSchemeOverride", json!(if scheme.is_empty() { "none" } else { scheme })).await
}

/// What the console has shown of pages since the last time it was asked: faults and what the policy
/// refused, and the page's own words.
pub(crate) async fn console(client: &Client) -> Result<Vec<String>, Error> {
    let read = "const done = arguments[0];
        const ours = (one) => /^(file|https?|blob|data|about):/.test(one.sourceName ?? '');
        const all = Services.console.getMessageArray().filter((one) =>
            one instanceof Ci.nsIScriptError && ours(one)).map((one) => String(one));
        Services.console.reset();
        done(all)";
    Ok(serde_json::from_value(chrome(client, read, vec![]).await?)?)
}
