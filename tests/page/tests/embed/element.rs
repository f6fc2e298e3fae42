//! The element as its users have it: attributes, properties, method, events.

use serde_json::{Value, json};

use crate::{Outcome, open, run};

#[tokio::test]
async fn two_elements_judge_and_tell_each_for_itself() -> Outcome {
    let (hosts, page) = open("plain").await?;
    let found: Value = run(&page, "await verdict(0, 'retired'); await verdict(1, 'current');
        await until('both events', () => heard.length >= 2);
        const events = heard.filter(([type]) => type === 'verdict').map(([, , detail, through]) => [detail.verdicts[0].version, through]).sort();
        return { shown: [shown(0), shown(1)], events, ready: await one(0).ready === one(0), value: one(0).value, verdict: one(1).verdict.status,
            focus: document.activeElement === document.body, address: location.hash };").await?;
    assert_eq!(found["shown"], json!([["2.5.79.0 retired act"], ["2.6.92.0 current ok"]]));
    assert_eq!(found["events"], json!([["2.5.79.0", true], ["2.6.92.0", true]]));
    assert_eq!(found["ready"], json!(true));
    assert_eq!(found["value"], json!("2.5.79.0"));
    assert_eq!(found["verdict"], json!("current"));
    assert_eq!(found["focus"], json!(true), "an element never takes the focus");
    assert_eq!(found["address"], json!(""), "and never touches the address");
    assert_eq!(page.console().await?, [""; 0]);
    let mut asked: Vec<_> =
        hosts.asked().into_iter().map(|request| request.path).filter(|path| path != "/favicon.ico").collect();
    // In which order a browser fetches two scripts is its own affair.
    asked.sort_unstable();
    let wanted = [
        "/embed/entra-connect-checker.js",
        "/embed/entra-connect-checker.wasm",
        "/hosts/heard.js",
        "/hosts/plain.html",
    ];
    assert_eq!(asked, wanted, "the files themselves, once, and nothing else");
    page.close().await
}

#[tokio::test]
async fn it_works_under_a_strict_policy_with_trusted_types() -> Outcome {
    let (_hosts, page) = open("strict").await?;
    let found: Value = run(
        &page,
        "await verdict(0, 'retired');
        const root = one().shadowRoot;
        root.querySelectorAll('details').forEach((part) => { part.open = true; });
        root.querySelector('[role=tab][aria-selected=false]').click();
        [...root.querySelectorAll('.asks button')].at(0)?.click();
        await new Promise((go) => setTimeout(go, 200));
        return { refused, status: one().verdict.status };",
    )
    .await?;
    // WebKit asks for an icon of the page around, which is none of ours.
    let refused = found["refused"].as_array().into_iter().flatten();
    let ours: Vec<_> = refused.filter(|one| !one.as_str().is_some_and(|one| one.ends_with("/favicon.ico"))).collect();
    assert_eq!(ours, Vec::<&Value>::new());
    assert_eq!(page.console().await?, [""; 0]);
    page.close().await
}

#[tokio::test]
async fn typing_is_judged_and_outlives_the_attribute() -> Outcome {
    let (_hosts, page) = open("plain").await?;
    let _: Value = run(&page, "await verdict(0, 'retired'); await until('the text in the box', () => one(0).shadowRoot.querySelector('textarea').value); one(0).shadowRoot.querySelector('textarea').select(); one(0).shadowRoot.querySelector('textarea').focus(); return null").await?;
    page.keys("1.6.16.0").await?;
    let found: Value = run(
        &page,
        "await until('what was typed', () => one(0).verdict?.version === '1.6.16.0');
        one(0).version = '2.6.92.0';
        await new Promise((go) => setTimeout(go, 100));
        const typed = one(0).value;
        one(0).value = '2.4.21.0';
        await until('what was set', () => one(0).verdict?.version === '2.4.21.0');
        one(1).version = '2.5.79.0';
        await verdict(1, 'retired');
        return [typed, one(0).value, one(0).shadowRoot.querySelector('textarea').value, one(1).value];",
    )
    .await?;
    assert_eq!(found, json!(["1.6.16.0", "2.4.21.0", "2.4.21.0", "2.5.79.0"]));
    page.close().await
}

#[tokio::test]
async fn attributes_and_properties_say_the_same() -> Outcome {
    let (_hosts, page) = open("plain").await?;
    let found: Value = run(
        &page,
        "await verdict(0, 'retired');
        const it = one(0);
        it.layout = 'badge'; it.theme = 'dark'; it.tableIntegrity = 'sha384-x';
        const set = [it.getAttribute('layout'), it.getAttribute('theme'), it.getAttribute('table-integrity')];
        it.setAttribute('layout', 'COMPACT'); it.removeAttribute('theme'); it.on = '2026-10-23';
        await verdict(0, 'supported');
        it.setAttribute('table-url', '');
        return { set, read: [it.layout, it.theme, it.on, it.tableUrl] };",
    )
    .await?;
    assert_eq!(found["set"], json!(["badge", "dark", "sha384-x"]));
    assert_eq!(found["read"], json!(["compact", "auto", "2026-10-23", ""]));
    page.close().await
}

#[tokio::test]
async fn nonsense_in_attributes_is_told_and_the_default_taken() -> Outcome {
    let (_hosts, page) = open("plain").await?;
    let errors: Vec<Value> = run(&page, "await verdict(0, 'retired');
        const it = one(0);
        it.setAttribute('layout', 'huge'); it.setAttribute('theme', 'pink'); it.setAttribute('on', '2026-02-30');
        const odd = await it.check('2.6.92.0', { on: 'tomorrow' });
        it.value = 'x'.repeat(9 * 1024 * 1024);
        return [...heard.filter(([type]) => type === 'checker-error').map(([, , detail]) => `${detail.code} ${detail.message}`), it.layout, it.value, odd.verdicts[0].version];").await?;
    assert_eq!(errors[0], "bad-value layout=\"huge\": must be one of full, compact, badge; full is taken");
    assert_eq!(errors[1], "bad-value theme=\"pink\": must be one of auto, light, dark, inherit; auto is taken");
    let date = |index: usize, text: &str| {
        let told = errors[index].as_str().unwrap_or_default();
        assert!(
            told.starts_with(&format!("bad-date on=\"{text}\": ")) && told.ends_with("; today is taken"),
            "{errors:?}"
        );
    };
    date(2, "2026-02-30");
    date(3, "tomorrow");
    assert!(errors[4].as_str().unwrap_or_default().starts_with("too-long "), "{errors:?}");
    assert_eq!(errors[5..], [json!("full"), json!("2.5.79.0"), json!("2.6.92.0")], "{errors:?}");
    page.close().await
}

#[tokio::test]
async fn check_judges_without_showing() -> Outcome {
    let (_hosts, page) = open("plain").await?;
    let found: Value = run(&page, "const report = await one(0).check('2.4.21.0', { on: '2026-11-23', answers: { 'server-os': '2022', nobody: 'asked' } });
        const { check, table } = await import('../embed/entra-connect-checker.js');
        const same = await check('2.4.21.0', { on: '2026-11-23', answers: { 'server-os': '2022', nobody: 'asked' } });
        return { severity: report.verdicts[0].severity, ignored: report.ignoredAnswers, same: JSON.stringify(report) === JSON.stringify(same),
            shown: await verdict(0, 'retired'), latest: (await table()).latest, nothing: (await check(undefined)).verdicts };").await?;
    assert_eq!(found["severity"], "stopped");
    assert_eq!(found["ignored"], json!(["nobody"]));
    assert_eq!(found["same"], true);
    assert_eq!(found["shown"], json!(["2.5.79.0 retired act"]));
    assert!(found["latest"].as_str().is_some_and(|latest| latest.starts_with("2.")));
    assert_eq!(found["nothing"], json!([]));
    page.close().await
}

#[tokio::test]
async fn it_works_in_a_worker() -> Outcome {
    let (_hosts, page) = open("plain").await?;
    let severity: String = run(&page, "const text = `import { check } from '${new URL('../embed/entra-connect-checker.js', location.href)}'; check('2.4.21.0', { on: '2026-11-23' }).then((report) => postMessage(report.verdicts[0].severity), (error) => postMessage(String(error)))`;
        const worker = new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })), { type: 'module' });
        return new Promise((go) => { worker.onmessage = ({ data }) => go(data); worker.onerror = (error) => go('error ' + error.message); });").await?;
    assert_eq!(severity, "stopped");
    page.close().await
}

#[tokio::test]
async fn each_element_speaks_its_own_language() -> Outcome {
    let (hosts, page) = open("plain").await?;
    let found: Value = run(&page, "await verdict(0, 'retired'); await verdict(1, 'current');
        const said = (which) => { const node = one(which).shadowRoot.querySelector('.ecc'); return [node.lang, node.dir, node.querySelector('h2').textContent]; };
        const english = said(0);
        one(0).lang = 'de-AT';
        await until('German', () => said(0)[0] === 'de');
        one(1).lang = 'ar';
        await until('Arabic', () => said(1)[1] === 'rtl');
        one(1).value = '2.4.21.0';
        await verdict(1, 'retired');
        return { english, german: said(0), arabic: said(1).slice(0, 2), page: document.documentElement.lang, report: one(0).verdict.reason.text };").await?;
    assert_eq!(found["english"].as_array().map(|said| &said[..2]), Some(&[json!("en"), json!("ltr")][..]));
    assert_eq!(found["german"].as_array().map(|said| &said[..2]), Some(&[json!("de"), json!("ltr")][..]));
    assert_ne!(found["german"][2], found["english"][2]);
    assert_eq!(found["arabic"], json!(["ar", "rtl"]));
    assert_eq!(found["page"], "en", "the page around speaks what it spoke");
    assert_eq!(found["report"], "Support for 2.5.79.0 ended on 23 October 2026.", "reports are English");
    let words: Vec<_> =
        hosts.asked().into_iter().map(|request| request.path).filter(|path| path.contains("/words/")).collect();
    assert_eq!(words, ["/embed/words/de.txt", "/embed/words/ar.txt"], "each once");
    page.close().await
}
