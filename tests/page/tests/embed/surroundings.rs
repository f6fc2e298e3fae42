//! Pages that are unlike what a checker is written for: of XML, in shells of frames with scripts of
//! another age, hidden at first, in forms, and with nonsense wherever something can be said.

use fantoccini::key::Key;
use page_tests::Start;
use serde_json::{Value, json};

use crate::{Outcome, frame, open, open_in, run};

/// What the three elements of a page show: whole, in short, and in a line.
fn three() -> Value {
    json!({"full": ["2.4.21.0 retired stopped"], "compact": ["2.5.79.0 retired act"], "badge": "ok"})
}

/// Reads the same, in a document that is called `there`.
const THREE: &str = "const host = (id) => there.getElementById(id).shadowRoot;
    const cards = (id) => [...host(id).querySelectorAll('[part~=\"verdict\"]')].map(({ dataset: { version, status, severity } }) => `${version} ${status} ${severity}`);
    await until('three verdicts', () => ['full', 'compact', 'badge'].every((id) => there.getElementById(id)?.verdict));
    await until('three elements to show them', () => cards('full')[0] && cards('compact')[0] && host('badge').querySelector('[part~=\"badge\"]'));
    const three = { full: cards('full'), compact: cards('compact'), badge: there.getElementById('badge').verdict.severity };
    const badge = host('badge').querySelector('[part~=\"badge\"]').textContent;";

#[tokio::test]
async fn it_stands_in_a_page_of_xml() -> Outcome {
    let (_hosts, page) = open_in(Start::default(), "xhtml.xhtml").await?;
    let script = format!(
        "const there = document; {THREE}
        const it = one('full');
        const names = new Set(['full', 'compact', 'badge'].flatMap((id) => [...host(id).querySelectorAll('*')]).map((node) => node.namespaceURI));
        it.shadowRoot.querySelectorAll('details').forEach((part) => {{ part.open = true; }});
        it.shadowRoot.querySelector('[role=tab][aria-selected=false]').click();
        [...it.shadowRoot.querySelectorAll('.asks button')].at(0)?.click();
        await new Promise((go) => setTimeout(go, 200));
        const slotted = it.querySelector('p').textContent;
        it.layout = 'badge';
        await until('a line', () => it.shadowRoot.querySelector('[part~=\"badge\"]'));
        it.layout = 'full';
        it.value = '2.6.92.0';
        await verdict('full', 'current');
        it.lang = 'ar';
        await until('Arabic', () => it.shadowRoot.querySelector('.ecc').dir === 'rtl');
        const copy = document.createElementNS('http://www.w3.org/1999/xhtml', 'entra-connect-checker');
        copy.id = 'made'; copy.version = '2.5.79.0'; copy.on = '2026-11-23';
        document.body.append(copy);
        await verdict('made', 'retired');
        return {{ three, badge, names: [...names].sort(), slotted, kind: document.contentType, shown: shown('full'),
            refused: refused.filter((one) => !one.endsWith('/favicon.ico')) }};"
    );
    let found: Value = run(&page, &script).await?;
    assert_eq!(found["kind"], "application/xhtml+xml");
    assert_eq!(found["three"], three());
    assert!(found["badge"].as_str().is_some_and(|badge| badge.contains("2.6.92.0")), "{found}");
    let names = ["http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"];
    assert_eq!(found["names"], json!(names), "nothing stands there that a browser draws as plain XML");
    assert_eq!(found["slotted"], "Not & yet.", "what stood in it is left alone");
    assert_eq!(found["shown"], json!(["2.6.92.0 current ok"]));
    assert_eq!(found["refused"], json!([]));
    assert_eq!(page.console().await?, [""; 0]);
    page.close().await
}

#[tokio::test]
async fn in_a_page_of_xml_too_the_tables_stand_in() -> Outcome {
    let (_hosts, page) = open_in(Start::default(), "refused.xhtml").await?;
    let found: Value = run(
        &page,
        "await until('the tables', () => one('full').shadowRoot?.querySelectorAll('table').length === 2);
        await until('a link', () => one('badge').shadowRoot?.querySelector('a'));
        const root = one('full').shadowRoot;
        const row = [...root.querySelectorAll('tr')].find((row) => row.cells[0].textContent === '2.5.79.0');
        return { kind: document.contentType, code: await one('full').ready.catch(({ code }) => code), row: row?.innerText,
            drawn: row?.offsetHeight > 0, link: root.querySelector('a').hash, badge: one('badge').shadowRoot.querySelector('a').hash };",
    )
    .await?;
    assert_eq!(found["kind"], "application/xhtml+xml");
    assert_eq!(found["code"], "wasm-refused");
    assert!(found["row"].as_str().is_some_and(|row| row.contains("23 October 2026")), "{found}");
    assert_eq!(found["drawn"], true);
    assert_eq!(found["link"], "#v=2.4.21.0&on=2026-11-23");
    assert_eq!(found["badge"], "#v=2.6.92.0&on=2026-11-23");
    page.close().await
}

/// Waits until it has told its height, and reads it.
const TALL: &str = "await until('the frame to tell its height', () => parseInt(one().shadowRoot?.querySelector('iframe')?.style.height) > 500);
    return parseFloat(one().shadowRoot.querySelector('iframe').style.height)";

#[tokio::test]
async fn in_a_page_of_xml_too_a_frame_stands_in() -> Outcome {
    let (_hosts, page) = open_in(Start::default(), "framed.xhtml").await?;
    let height: f64 = run(&page, TALL).await?;
    assert!(height > 500.0);
    frame(&page).await?.enter_frame().await?;
    let verdict = page.verdict("retired").await?;
    assert_eq!(verdict.version.as_deref(), Some("2.4.21.0"));
    page.close().await
}

#[tokio::test]
async fn it_judges_in_a_shell_of_frames_among_scripts_of_another_age() -> Outcome {
    let (hosts, page) = open("shell").await?;
    let script = format!(
        "await until('the frame', () => frames.main?.document.getElementById('badge')?.shadowRoot);
        const there = frames.main.document;
        {THREE}
        const it = there.getElementById('full');
        const changed = frames.main.JSON.stringify(frames.main.Array.of(1)) === '\"[1]\"' && !frames.main.Array.from(new Set([1])).length;
        const report = await it.check('2.6.3.0', {{ on: '2026-08-10', answers: {{ 'server-os': '2016', database: 'full-sql', nobody: 'asked' }} }});
        it.on = 'never';
        it.on = '2026-11-23';
        it.layout = 'huge';
        it.removeAttribute('layout');
        it.value = '2.5.79.0';
        await until('another verdict', () => cards('full')[0] === '2.5.79.0 retired act');
        const root = host('full');
        root.querySelectorAll('details').forEach((part) => {{ part.open = true; }});
        root.querySelector('[role=tab][aria-selected=false]').click();
        [...root.querySelectorAll('.asks button')].at(0)?.click();
        for (const link of root.querySelectorAll('a[href^=\"#\"]')) link.click();
        it.value = '😀 Server,Version\\nSYNC01,2.5.79.0\\nSYNC02,2.6.92.0 (staging)\\nSYNC03,1.6.16.0\\n';
        await until('three servers', () => it.report.verdicts.length === 3);
        it.lang = 'de';
        await until('German', () => root.querySelector('.ecc').lang === 'de');
        const both = [it.report.verdicts.length, cards('full').length];
        // The shell takes it into a document of its own, and gives it back.
        frames.menu.document.body.append(it);
        it.value = '1.6.16.0';
        await until('a verdict in the other frame', () => cards_of(it)[0]?.startsWith('1.6.16.0'));
        there.body.append(it);
        it.value = '2.4.21.0';
        await until('a verdict back there', () => cards_of(it)[0] === '2.4.21.0 retired stopped');
        return {{ three, badge, changed, both, ignored: [...report.ignoredAnswers], severity: report.verdicts[0].severity,
            told: [...frames.main.heard].filter(([type]) => type === 'checker-error').map(([, , {{ code, message }}]) => `${{code}} ${{message}}`),
            link: host('badge').querySelector('a').href, address: frames.main.location.href }};
        function cards_of(it) {{ return [...it.shadowRoot.querySelectorAll('[part~=\"verdict\"]')].map(({{ dataset: {{ version, status, severity }} }}) => `${{version}} ${{status}} ${{severity}}`); }}"
    );
    let found: Value = run(&page, &script).await?;
    assert_eq!(found["changed"], true, "else nothing is proved");
    assert_eq!(found["three"], three());
    assert!(found["badge"].as_str().is_some_and(|badge| badge.contains("2.6.92.0")), "{found}");
    assert_eq!(found["both"][0], 3);
    assert_eq!(found["ignored"], json!(["nobody"]), "answers went over whole");
    let told = found["told"].as_array().cloned().unwrap_or_default();
    let told: Vec<_> =
        told.iter().filter_map(Value::as_str).map(|one| one.split(' ').next().unwrap_or_default()).collect();
    assert_eq!(told, ["bad-date", "bad-value"]);
    assert!(
        found["link"].as_str().is_some_and(|link| link.starts_with(&hosts.at("embed/frame.html#"))),
        "not beneath the page's base: {found}"
    );
    assert_eq!(found["address"], json!(hosts.at("hosts/shell-main.html")), "its links led nowhere else");
    let asked = hosts.asked();
    let astray: Vec<_> = asked.iter().filter(|request| request.path.starts_with("/somewhere/")).collect();
    assert!(astray.is_empty(), "{astray:?}");
    assert_eq!(page.console().await?, [""; 0]);
    page.close().await
}

#[tokio::test]
async fn hidden_at_first_it_is_whole_when_it_is_shown() -> Outcome {
    let (_hosts, page) = open("hidden").await?;
    let found: Value = run(
        &page,
        "const all = ['in-none', 'in-tab', 'in-details', 'in-dialog', 'in-later'];
        await until('verdicts of what nobody sees', () => all.every((id) => one(id).verdict));
        document.getElementById('none').style.display = 'block';
        document.getElementById('tab').hidden = false;
        document.getElementById('details').open = true;
        document.getElementById('dialog').showModal();
        document.getElementById('later').style.contentVisibility = 'visible';
        const part = (id) => one(id).shadowRoot.querySelector('[part~=\"verdict\"], [part~=\"badge\"]');
        await until('all to be drawn', () => all.every((id) => part(id)?.getBoundingClientRect().height > 10));
        const boxes = all.map((id) => one(id).shadowRoot.querySelector('textarea')).filter((box) => box);
        const wide = all.filter((id) => !one(id).shadowRoot.querySelector('.ecc') || one(id).shadowRoot.querySelector('.ecc').scrollWidth > one(id).shadowRoot.querySelector('.ecc').clientWidth + 1);
        const box = one('in-dialog').shadowRoot.querySelector('textarea');
        box.focus();
        box.select();
        return { boxes: boxes.map((box) => [box.value, box.getBoundingClientRect().height > 20]), wide,
            focus: one('in-dialog').shadowRoot.activeElement === box, none: shown('in-none'), tab: shown('in-tab'), details: shown('in-details') };",
    )
    .await?;
    let boxes = json!([["2.4.21.0", true], ["2.5.79.0", true], ["2.6.92.0", true], ["2.5.79.0", true]]);
    assert_eq!(found["boxes"], boxes);
    assert_eq!(found["none"], json!(["2.4.21.0 retired stopped"]));
    assert_eq!(found["tab"], json!(["2.5.79.0 retired act"]));
    assert_eq!(found["details"], json!(["2.6.92.0 current ok"]));
    assert_eq!((&found["wide"], &found["focus"]), (&json!([]), &json!(true)), "{found}");
    page.keys("1.6.16.0").await?;
    let again: Value = run(
        &page,
        "await until('what was typed', () => one('in-dialog').verdict.version === '1.6.16.0');
        document.getElementById('dialog').close();
        one('in-dialog').value = '2.6.92.0';
        await until('a verdict in the closed dialogue', () => one('in-dialog').verdict.version === '2.6.92.0');
        document.getElementById('dialog').showModal();
        return verdict('in-dialog', 'current')",
    )
    .await?;
    assert_eq!(again, json!(["2.6.92.0 current ok"]));
    assert_eq!(page.console().await?, [""; 0]);
    page.close().await
}

#[tokio::test]
async fn where_its_content_makes_the_width_it_asks_for_enough_and_yields() -> Outcome {
    let (_hosts, page) = open("plain").await?;
    let found: Value = run(
        &page,
        "await verdict(0, 'retired');
        const it = one(0);
        const [inner, outer] = [document.createElement('div'), document.createElement('div')];
        outer.append(inner, document.createElement('p'));
        document.body.append(outer);
        inner.append(it);
        const width = async (around, own) => {
            outer.style.cssText = around; inner.style.cssText = own;
            await new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
            const wide = it.shadowRoot.querySelector('.ecc').getBoundingClientRect().width;
            return [Math.round(wide), outer.scrollWidth > outer.clientWidth];
        };
        const widths = {
            float: await width('width: 900px', 'float: left'),
            inline: await width('width: 900px', 'display: inline-block'),
            absolute: await width('width: 900px; height: 10px; position: relative', 'position: absolute'),
            centred: await width('width: 900px; display: grid; place-items: center', ''),
            cell: await width('width: 900px; display: flex', 'display: table-cell'),
            narrow: await width('width: 300px', 'float: left'),
            tracks: await width('width: 400px; display: grid; grid-template-columns: 1fr 1fr', ''),
            flexible: await width('width: 400px; display: flex', 'flex: 1'),
            wide: await width('width: 1100px', ''),
        };
        const dialog = document.createElement('dialog');
        document.body.append(dialog);
        dialog.append(it);
        dialog.showModal();
        await verdict(1, 'retired');
        return { ...widths, dialog: Math.round(it.shadowRoot.querySelector('.ecc').getBoundingClientRect().width) };",
    )
    .await?;
    for shrunk in ["float", "inline", "absolute", "centred", "cell"] {
        // What it asks for, and its padding.
        assert!(found[shrunk][0].as_u64().is_some_and(|wide| (640..700).contains(&wide)), "{shrunk}: {found}");
        assert_eq!(found[shrunk][1], false, "{shrunk}: {found}");
    }
    // Less a scroll bar.
    assert!(found["dialog"].as_u64().is_some_and(|wide| (600..700).contains(&wide)), "{found}");
    assert_eq!(found["narrow"], json!([300, false]), "{found}");
    assert_eq!(found["tracks"], json!([200, false]), "{found}");
    assert_eq!(found["flexible"], json!([400, false]), "{found}");
    assert_eq!(found["wide"], json!([1100, false]), "{found}");
    page.close().await
}

#[tokio::test]
async fn in_a_form_no_key_of_its_own_sends_it() -> Outcome {
    let calm = Start { calm: true, ..Start::default() };
    let (hosts, page) = open_in(calm, "form.html").await?;
    let _: Value = run(
        &page,
        "await verdict('in-form', 'retired');
        window.sent = 0;
        document.getElementById('form').addEventListener('submit', () => { window.sent++; });
        const box = one('in-form').shadowRoot.querySelector('textarea');
        await until('the text in the box', () => box.value);
        box.focus(); box.select(); return null",
    )
    .await?;
    page.keys("2.6.92.0").await?;
    page.press(Key::Enter).await?;
    let fields: usize = run(
        &page,
        "await verdict('in-form', 'current');
        one('in-form').shadowRoot.querySelectorAll('details').forEach((part) => { part.open = true; });
        window.fields = [...one('in-form').shadowRoot.querySelectorAll('input, select, summary, [role=tab]')];
        return fields.length",
    )
    .await?;
    assert!(fields > 5, "{fields}");
    for index in 0..fields.min(12) {
        page.script::<Value>("window.fields[arguments[0]].focus()", vec![json!(index)]).await?;
        page.press(Key::Enter).await?;
    }
    let found: Value = run(
        &page,
        "const form = document.getElementById('form');
        form.elements[0].value = 'second';
        form.reset();
        await new Promise((go) => setTimeout(go, 100));
        const reset = [form.elements[0].value, one('in-form').value, shown('in-form')];
        one('in-form').value = '2.4.21.0';
        await verdict('in-form', 'retired');
        return { reset, sent: window.sent, own: [...form.elements].length, sends: [...new FormData(form).keys()], valid: form.checkValidity(),
            calm: matchMedia('(prefers-reduced-motion: reduce)').matches,
            moving: one('in-form').shadowRoot.getAnimations?.().filter(({ effect }) => effect.getComputedTiming().duration > 1).length ?? 0,
            smooth: [...one('in-form').shadowRoot.querySelectorAll('*')].filter((node) => getComputedStyle(node).scrollBehavior === 'smooth').length,
            shown: shown('in-form') };",
    )
    .await?;
    // The box is no field of that form: resetting what belongs to the page leaves the reader's text.
    assert_eq!(found["reset"], json!(["first", "2.6.92.0", ["2.6.92.0 current ok"]]));
    assert_eq!((&found["sent"], &found["own"], &found["sends"]), (&json!(0), &json!(2), &json!(["name"])));
    assert_eq!(found["valid"], true);
    assert_eq!(found["shown"], json!(["2.4.21.0 retired stopped"]));
    assert_eq!((&found["calm"], &found["moving"], &found["smooth"]), (&json!(true), &json!(0), &json!(0)));
    assert!(!hosts.asked().iter().any(|request| request.path.starts_with("/hosts/blank.html")), "it was sent");
    assert_eq!(page.console().await?, [""; 0]);
    page.close().await
}

#[tokio::test]
async fn whatever_nonsense_is_set_it_judges_right_again() -> Outcome {
    for seed in [20_261_123_u32, 7, 4_294_967_295] {
        let (hosts, page) = open("plain").await?;
        let script = format!(
            "await verdict(0, 'retired'); await verdict(1, 'current');
            const {{ nonsense }} = await import('./nonsense.js');
            const elements = [one(0), one(1)];
            const wrong = await nonsense({seed}, 120, '{}');
            const codes = [...new Set(heard.filter(([type]) => type === 'checker-error').map(([, , {{ code }}]) => code))];
            for (const [index, text] of ['2.4.21.0', '2.6.92.0'].entries()) Object.assign(elements[index], {{ value: text, on: '2026-11-23', lang: 'en' }});
            const read = (it) => [...it.shadowRoot.querySelectorAll('[part~=\"verdict\"]')].map(({{ dataset: {{ version, status, severity }} }}) => `${{version}} ${{status}} ${{severity}}`);
            await until('sane verdicts', () => read(elements[0])[0]?.startsWith('2.4.21.0') && read(elements[1])[0]?.startsWith('2.6.92.0'));
            await until('the same in the boxes: ' + elements.map((it) => JSON.stringify([it.value.slice(0, 60), it.shadowRoot.querySelector('textarea').value.slice(0, 60)])), () => elements.every((it) => it.shadowRoot.querySelector('textarea').value === it.value));
            const fresh = document.createElement('entra-connect-checker');
            document.body.append(Object.assign(fresh, {{ version: '2.5.79.0', on: '2026-11-23' }}));
            await until('a new one', () => read(fresh)[0]);
            return {{ wrong, codes, sane: [...elements, fresh].map(read), boxes: elements.map((it) => it.shadowRoot.querySelector('textarea').value), links: elements[0].shadowRoot.querySelectorAll('a[href^=\"javascript\"]').length }};",
            hosts.elsewhere("foreign")
        );
        let found: Value = run(&page, &script).await?;
        assert_eq!(found["wrong"], json!([]), "seed {seed}");
        let sane = json!([["2.4.21.0 retired stopped"], ["2.6.92.0 current ok"], ["2.5.79.0 retired act"]]);
        assert_eq!(found["sane"], sane, "seed {seed}");
        assert_eq!(found["boxes"], json!(["2.4.21.0", "2.6.92.0"]), "seed {seed}");
        let known = ["bad-date", "bad-value", "table-url", "too-long"];
        let codes = found["codes"].as_array().into_iter().flatten();
        let others: Vec<_> = codes.filter(|code| !known.contains(&code.as_str().unwrap_or_default())).collect();
        assert!(others.is_empty(), "seed {seed}: {others:?}");
        let own = ["/embed/", "/hosts/plain.html", "/hosts/heard.js", "/hosts/nonsense.js", "/favicon.ico"];
        let asked = hosts.asked();
        let astray: Vec<_> = asked
            .iter()
            .map(|request| &request.path)
            .filter(|path| !own.iter().any(|own| path.starts_with(own)))
            .collect();
        assert!(astray.is_empty(), "seed {seed}: {astray:?}");
        assert_eq!(page.console().await?, [""; 0], "seed {seed}");
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn messages_of_others_change_neither_page_nor_frame() -> Outcome {
    let (_hosts, page) = open("framed").await?;
    let height: f64 = run(&page, TALL).await?;
    assert!(height > 1000.0, "{height}, which none of the messages asks for");
    let script = "const { messages } = await import('./nonsense.js');
        const frame = one().shadowRoot.querySelector('iframe');
        const wrong = [];
        addEventListener('error', ({ message }) => wrong.push(message));
        await messages(20261123, 300, [window, frame.contentWindow]);
        const height = parseFloat(frame.style.height);
        return [wrong, height > 1000 && height < 1e5, one().shadowRoot.querySelectorAll('iframe').length, location.hash]";
    let found: Value = run(&page, script).await?;
    assert_eq!(found, json!([[], true, 1, ""]));
    frame(&page).await?.enter_frame().await?;
    let verdict = page.verdict("retired").await?;
    assert_eq!(verdict.version.as_deref(), Some("2.4.21.0"));
    assert_eq!(page.text().await?, "2.4.21.0");
    // What the frame itself tells wrongly is not taken either.
    let odd = "for (const height of [NaN, -1, 0, 1e9, Infinity, 'x', {}, [], null, undefined, false]) {
            parent.postMessage({ type: 'entra-connect-checker', version: 1, height }, '*');
        }
        for (const [type, version] of [['entra-connect-checker', 2], ['entra-connect-checker', '1'], ['other', 1], [undefined, 1]]) {
            parent.postMessage({ type, version, height: 777 }, '*');
        }
        for (const message of [null, undefined, 7, 'text', [], new Error('x')]) parent.postMessage(message, '*');";
    page.script::<Value>(odd, vec![]).await?;
    page.client().clone().enter_parent_frame().await?;
    let after: f64 = run(&page, &format!("await new Promise((go) => setTimeout(go, 200)); {TALL}")).await?;
    assert!(after > 1000.0, "{after}");
    page.close().await
}
