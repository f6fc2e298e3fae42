//! Where the checker cannot run.

use serde_json::{Value, json};

use crate::{Outcome, frame, open, run};

#[tokio::test]
async fn where_webassembly_is_refused_the_same_runs_as_javascript() -> Outcome {
    let (hosts, page) = open("javascript").await?;
    let found: Value = run(
        &page,
        "const [first] = await verdict(0, 'retired');
        const it = await one().ready;
        it.lang = 'de';
        await until('German', () => it.shadowRoot.querySelector('.ecc').lang === 'de');
        it.value = 'Server,Version\\nSYNC01,2.5.79.0\\nSYNC02,2.6.92.0';
        await until('both servers', () => it.report.verdicts.length === 2);
        const versions = it.report.verdicts.map((one) => `${one.server} ${one.version}`);
        const errors = heard.filter(([type]) => type === 'checker-error').map(([, , detail]) => detail.code);
        return { first, versions, errors, frames: it.shadowRoot.querySelectorAll('iframe').length };",
    )
    .await?;
    let versions = ["SYNC01 2.5.79.0", "SYNC02 2.6.92.0"];
    let first = "2.4.21.0 retired stopped";
    assert_eq!(found, json!({"first": first, "versions": versions, "errors": ["wasm-refused"], "frames": 0}));
    let asked: Vec<String> = hosts.asked().into_iter().map(|request| request.path).collect();
    assert!(asked.iter().all(|path| !path.ends_with(".wasm")), "{asked:?}");
    page.close().await
}

#[tokio::test]
async fn without_webassembly_and_frames_the_tables_stand_there() -> Outcome {
    let (_hosts, page) = open("refused").await?;
    let found: Value = run(&page, "await until('the tables', () => one().shadowRoot.querySelectorAll('table').length === 2);
        const root = one().shadowRoot;
        const error = heard.find(([type]) => type === 'checker-error')[2];
        const ready = await one().ready.then(() => 'ready', (error) => error.code);
        return { error, ready, rows: root.querySelectorAll('tbody tr').length > 50, says: root.querySelector('.small').textContent, link: root.querySelector('a').hash,
            row: [...root.querySelectorAll('tr')].find((row) => row.cells[0].textContent === '2.5.79.0')?.innerText };").await?;
    assert_eq!(found["error"]["code"], "wasm-refused");
    assert_eq!(found["ready"], "wasm-refused");
    let fix = "add 'wasm-unsafe-eval' to its script-src";
    assert!(found["error"]["message"].as_str().is_some_and(|message| message.contains(fix)), "{found}");
    assert!(found["says"].as_str().is_some_and(|says| says.contains(fix)), "{found}");
    assert_eq!(found["rows"], true);
    assert_eq!(found["link"], "#v=2.4.21.0&on=2026-11-23");
    assert!(found["row"].as_str().is_some_and(|row| row.contains("23 October 2026")), "{found}");
    page.close().await
}

#[tokio::test]
async fn a_frame_stands_in_where_frames_are_allowed() -> Outcome {
    let (_hosts, page) = open("framed").await?;
    let height: f64 = run(&page, "await until('the frame to tell its height', () => parseInt(one().shadowRoot.querySelector('iframe')?.style.height) > 500);
        const frame = one().shadowRoot.querySelector('iframe');
        window.postMessage({ type: 'entra-connect-checker', version: 1, height: 7 }, '*');
        frame.contentWindow.postMessage({ type: 'entra-connect-checker', version: 1, height: 7 }, '*');
        await new Promise((go) => setTimeout(go, 200));
        window.heights = [];
        new MutationObserver(() => heights.push(frame.style.height)).observe(frame, { attributes: true });
        return parseFloat(frame.style.height);").await?;
    assert!(height > 500.0, "messages of others change nothing: {height}");
    frame(&page).await?.enter_frame().await?;
    let verdict = page.verdict("retired").await?;
    assert_eq!(verdict.version.as_deref(), Some("2.4.21.0"));
    let own: Value = page.script("return [self.origin, document.activeElement === document.body]", vec![]).await?;
    assert_eq!(own, json!(["null", true]), "sandboxed, and without taking the focus");
    let odd = "for (const height of ['777', [777], true, NaN, 1e9]) parent.postMessage({ type: 'entra-connect-checker', version: 1, height }, '*');
        parent.postMessage({ type: 'entra-connect-checker', version: 1, height: 1234 }, '*');";
    page.script::<Value>(odd, vec![]).await?;
    page.client().clone().enter_parent_frame().await?;
    let taken: Value = run(
        &page,
        "await until('the last height', () => heights.includes('1234px'));
        return heights.includes('777px');",
    )
    .await?;
    assert_eq!(taken, json!(false), "no height but a number");
    page.close().await
}

#[tokio::test]
async fn wrong_webassembly_is_told_by_its_code() -> Outcome {
    for (wasm, code) in [("../nothing.wasm", "wasm-missing"), ("../embed/element.js", "wasm-integrity")] {
        let (_hosts, page) = open("table").await?;
        let found: Value = run(&page, &format!("const it = document.createElement('entra-connect-checker'); it.dataset.wasm = '{wasm}'; document.body.append(it);
            const code = await until('an error', () => heard.find(([type]) => type === 'checker-error')?.[2].code);
            it.remove();
            const right = document.createElement('entra-connect-checker'); right.version = '2.5.79.0'; right.dataset.wasm = '../embed/entra-connect-checker.wasm'; document.body.append(right);
            await until('another to work', () => right.verdict);
            return code;")).await?;
        assert_eq!(found, json!(code));
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn bytes_may_be_handed_in() -> Outcome {
    let (hosts, page) = open("table").await?;
    let found: Value = run(
        &page,
        "const { load, check } = await import('../embed/element.js');
        const bytes = await (await fetch('../embed/entra-connect-checker.wasm')).arrayBuffer();
        const wrong = await load(bytes.slice(0, 1000)).catch((error) => error.code);
        await load(bytes);
        return [wrong, (await check('2.4.21.0', { on: '2026-11-23' })).verdicts[0].severity];",
    )
    .await?;
    assert_eq!(found, json!(["wasm-integrity", "stopped"]));
    let asked = hosts.asked().into_iter().filter(|request| request.path.ends_with(".wasm")).count();
    assert_eq!(asked, 1, "the page's own, and no other");
    page.close().await
}

#[tokio::test]
async fn one_that_fails_fails_for_itself_alone() -> Outcome {
    let (_hosts, page) = open("table").await?;
    let found: Value = run(
        &page,
        "const { load, check } = await import('../embed/element.js');
        const other = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
        const make = (wasm) => { const it = document.createElement('entra-connect-checker'); it.version = '2.5.79.0'; it.dataset.wasm = wasm; document.body.append(it); return it; };
        const [wrong, right] = ['../nothing.wasm', '../embed/entra-connect-checker.wasm'].map(make);
        const codes = [await load(other).catch((error) => error.code), await wrong.ready.catch((error) => error.code)];
        await until('the right one to work', () => right.verdict);
        return [...codes, (await check('2.6.92.0')).verdicts[0].version];",
    )
    .await?;
    assert_eq!(found, json!(["wasm-broken", "wasm-missing", "2.6.92.0"]));
    page.close().await
}

#[tokio::test]
async fn what_stood_in_goes_for_good_once_it_can_run() -> Outcome {
    let (_hosts, page) = open("table").await?;
    let found: Value = run(
        &page,
        "const it = document.createElement('entra-connect-checker');
        it.version = '2.5.79.0'; it.dataset.wasm = '../nothing.wasm'; document.body.append(it);
        const root = it.shadowRoot, frames = () => root.querySelectorAll('iframe').length;
        await until('the frame', frames);
        it.dataset.wasm = '../embed/entra-connect-checker.wasm';
        document.body.append(it);
        await until('its verdict', () => it.verdict);
        it.layout = 'compact';
        await new Promise((go) => setTimeout(go, 200));
        return [frames(), root.querySelectorAll('textarea').length, root.querySelector('.ecc').dataset.layout];",
    )
    .await?;
    assert_eq!(found, json!([0, 1, "compact"]));
    page.close().await
}

#[tokio::test]
async fn what_stands_in_follows_the_element() -> Outcome {
    let (_hosts, page) = open("framed").await?;
    let found: Value = run(
        &page,
        "await until('the frame', () => parseInt(one().shadowRoot.querySelector('iframe')?.style.height) > 500);
        const frame = one().shadowRoot.querySelector('iframe');
        const former = history.length;
        one().version = '2.6.92.0';
        one().lang = 'de';
        const same = frame === one().shadowRoot.querySelector('iframe');
        const entries = history.length - former;
        one().layout = 'badge';
        const root = one().shadowRoot;
        const badge = [root.querySelectorAll('iframe').length, root.querySelector('a').hash];
        one().value = '1.6.4.0';
        badge.push(root.querySelector('a').hash);
        one().layout = 'full';
        await until('the frame again', () => parseInt(root.querySelector('iframe')?.style.height) > 500);
        return { same, entries, badge };",
    )
    .await?;
    let badge = json!([0, "#v=2.6.92.0&on=2026-11-23&lang=de", "#v=1.6.4.0&on=2026-11-23&lang=de"]);
    assert_eq!(found, json!({"same": true, "entries": 0, "badge": badge}));
    frame(&page).await?.enter_frame().await?;
    assert_eq!(page.verdict("retired").await?.version.as_deref(), Some("1.6.4.0"));
    page.client().clone().enter_parent_frame().await?;
    let _: Value = run(&page, "one().value = '2.6.92.0'; return null").await?;
    frame(&page).await?.enter_frame().await?;
    assert_eq!(page.verdict("current").await?.version.as_deref(), Some("2.6.92.0"));
    page.close().await
}
