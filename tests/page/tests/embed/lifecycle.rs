//! Coming, going, moving, and leaving nothing behind.

use serde_json::{Value, json};

use crate::{Outcome, open, run};

#[tokio::test]
async fn what_was_set_before_the_class_was_known_counts() -> Outcome {
    let (_hosts, page) = open("late").await?;
    let found: Value = run(&page, "await until('three imports', () => window.imported);
        await verdict('early', 'retired');
        const it = one('early');
        return { shown: shown('early'), value: it.value, attributes: [it.getAttribute('on'), it.getAttribute('layout')], own: Object.keys(it) };").await?;
    assert_eq!(found["shown"], json!(["2.4.21.0 retired stopped"]));
    assert_eq!(found["value"], "2.4.21.0");
    assert_eq!(found["attributes"], json!(["2026-11-23", "compact"]));
    assert_eq!(found["own"], json!([]), "no property hides the class's own");
    assert_eq!(page.console().await?, [""; 0]);
    page.close().await
}

#[tokio::test]
async fn moved_it_goes_on_and_put_back_it_knows_its_text() -> Outcome {
    let (_hosts, page) = open("plain").await?;
    let found: Value = run(
        &page,
        "await verdict(0, 'retired');
        const it = one(0);
        it.value = '1.6.16.0';
        await until('the new text', () => it.verdict?.version === '1.6.16.0');
        const box = it.shadowRoot.querySelector('textarea');
        document.body.append(it);
        await new Promise((go) => setTimeout(go, 50));
        const same = it.shadowRoot.querySelector('textarea') === box;
        it.remove();
        await new Promise((go) => setTimeout(go, 50));
        const empty = it.shadowRoot.childElementCount;
        document.body.prepend(it);
        await until('it to stand again', () => it.shadowRoot.querySelector('textarea')?.value === '1.6.16.0');
        await until('its verdict', () => it.shadowRoot.querySelector('[part~=verdict]'));
        const again = it.shadowRoot.querySelector('[part~=verdict]').dataset.version;
        const gone = document.createElement('entra-connect-checker');
        document.body.append(gone); gone.remove();
        return { same, empty, again };",
    )
    .await?;
    assert_eq!(found, json!({"same": true, "empty": 0, "again": "1.6.16.0"}));
    assert_eq!(page.console().await?, [""; 0]);
    page.close().await
}

#[tokio::test]
async fn the_day_that_a_reader_chose_is_kept_until_another_is_asked_for() -> Outcome {
    let (_hosts, page) = open("plain").await?;
    let found: Value = run(
        &page,
        "await verdict(0, 'retired');
        const it = one(0);
        it.value = '2.5.190.0';
        const field = await until('the field of the day', () => it.shadowRoot.querySelector('#on'));
        field.value = '2027-05-01';
        field.dispatchEvent(new Event('change', { bubbles: true }));
        const day = (what) => until(what, () => it.verdict?.version === '2.5.190.0' && it.verdict.on === what && what);
        const days = [await day('2027-05-01')];
        const again = async () => { it.remove(); await new Promise((go) => setTimeout(go, 50)); };
        const back = async () => { document.body.append(it); await until('it to stand', () => it.shadowRoot.querySelector('#on')); };
        await again(); await back();
        days.push(it.shadowRoot.querySelector('#on').value);
        // At once, while it is still being taken away.
        it.remove(); it.on = '2026-12-24'; await new Promise((go) => setTimeout(go, 50)); await back();
        days.push(await day('2026-12-24'), it.shadowRoot.querySelector('#on').value);
        return days;",
    )
    .await?;
    assert_eq!(found, json!(["2027-05-01", "2027-05-01", "2026-12-24", "2026-12-24"]));
    page.close().await
}

#[tokio::test]
async fn what_a_page_asks_for_is_never_taken_for_typing() -> Outcome {
    let (_hosts, page) = open("plain").await?;
    let found: Value = run(
        &page,
        "const values = [];
        // In the moment between standing and the first report, and after texts that a box holds otherwise.
        for (const text of ['2.4.21.0', '2.4.21.0\\ud800', 'a\\r\\nb', '\\0', '\\ufeff']) {
            const it = document.createElement('entra-connect-checker');
            it.version = '2.5.79.0';
            document.body.append(it);
            await it.ready;
            it.version = text;
            await until('a report on it', () => it.report && it.verdict?.version !== '2.5.79.0');
            await new Promise((go) => setTimeout(go, 100));
            it.version = '2.6.92.0';
            await until('what is asked for next', () => it.verdict?.version === '2.6.92.0');
            values.push(it.value);
            it.value = '1.6.16.0';
            it.version = '2.5.79.0';
            await until('what was set', () => it.verdict?.version === '1.6.16.0');
            values.push(it.value);
            it.remove();
        }
        return values",
    )
    .await?;
    assert_eq!(found, json!(["2.6.92.0", "1.6.16.0"].repeat(5)));
    page.close().await
}

#[tokio::test]
async fn another_document_may_adopt_it() -> Outcome {
    let (_hosts, page) = open("plain").await?;
    let found: Value = run(&page, "await verdict(0, 'retired');
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const it = one(0);
        frame.contentDocument.body.append(frame.contentDocument.adoptNode(it));
        await new Promise((go) => setTimeout(go, 100));
        it.value = '2.6.92.0';
        await until('a verdict there', () => it.shadowRoot.querySelector('[part~=verdict]')?.dataset.status === 'current');
        const sheets = it.shadowRoot.adoptedStyleSheets.length;
        const card = frame.contentWindow.getComputedStyle(it.shadowRoot.querySelector('textarea')).borderRadius;
        document.body.append(it);
        it.value = '2.5.79.0';
        await until('a verdict back here', () => it.shadowRoot.querySelector('[part~=verdict]')?.dataset.status === 'retired');
        return { sheets, card, back: getComputedStyle(it.shadowRoot.querySelector('textarea')).borderRadius };").await?;
    assert_eq!(found, json!({"sheets": 1, "card": "8px", "back": "8px"}));
    page.close().await
}

#[tokio::test]
async fn it_lives_in_forms_dialogs_and_other_shadow_roots() -> Outcome {
    let (_hosts, page) = open("portal").await?;
    let found: Value = run(
        &page,
        "await verdict('side', 'retired'); await verdict('badge', 'retired'); await verdict('in-form', 'current');
        const inner = document.getElementById('nest').shadowRoot.querySelector('entra-connect-checker');
        await until('the nested one', () => inner.verdict?.status === 'retired');
        document.getElementById('dialog').showModal();
        await verdict('in-dialog', 'current');
        let sent = false;
        document.getElementById('form').addEventListener('submit', (event) => { sent = true; event.preventDefault(); });
        for (const button of one('in-form').shadowRoot.querySelectorAll('button')) button.click();
        return { sent, fields: [...new FormData(document.getElementById('form'))].length };",
    )
    .await?;
    assert_eq!(found, json!({"sent": false, "fields": 0}));
    page.close().await
}

// The heap is Chromium's to tell.
mod not_firefox {
    mod not_webkit {
        use serde_json::Value;

        use crate::{Outcome, open, run};

        #[tokio::test]
        async fn a_thousand_come_and_go_and_the_memory_comes_back() -> Outcome {
            let (_hosts, page) = open("plain").await?;
            let _: Value = run(
                &page,
                "await verdict(0, 'retired');
                window.round = async (count) => {
                    for (let done = 0; done < count; done += 50) {
                        const some = [];
                        for (let index = 0; index < 50; index++) {
                            const it = document.createElement('entra-connect-checker');
                            it.version = '2.5.79.0'; it.on = '2026-11-23'; it.layout = done % 100 ? 'badge' : 'full';
                            document.body.append(it);
                            some.push(it);
                        }
                        await until('fifty verdicts', () => some.every((it) => it.verdict));
                        some.forEach((it) => it.remove());
                        await new Promise((go) => setTimeout(go));
                    }
                    window.heard.length = 0;
                };
                await round(200);
                return null",
            )
            .await?;
            let before = page.memory().await?;
            for _ in 0..4 {
                let _: Value = run(&page, "await round(250); return null").await?;
            }
            let after = page.memory().await?;
            let left: usize =
                page.script("return document.querySelectorAll('entra-connect-checker').length", vec![]).await?;
            assert_eq!(left, 2);
            // What stays is the node that Yew listens at, and its listeners: it never takes them away.
            let stays = |which: usize| (after[which] - before[which]) / 1000.0;
            assert!(stays(0) < 2000.0, "{} bytes stay of each", stays(0));
            assert!(stays(1) < 1.5, "{} nodes stay of each", stays(1));
            page.close().await
        }
    }
}
