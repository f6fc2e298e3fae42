//! The page from servers as people have them: right, wrong, and overcautious.

use std::time::{Duration, Instant};

use page_tests::{Error, Page, Server, place};
use tempfile::TempDir;

use crate::Outcome;

const LINK: &str = "#v=2.5.79.0&on=2026-11-23";

/// A site that has the page below a path, readable for a server of another user.
fn site() -> TempDir {
    use std::os::unix::fs::PermissionsExt as _;
    let site = tempfile::tempdir().expect("a folder");
    let folder = site.path().join("it/tools");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::copy(place(), folder.join("index.html")).expect("`cargo xtask dist` makes it");
    std::fs::set_permissions(site.path(), std::fs::Permissions::from_mode(0o755)).expect("it is ours");
    site
}

async fn judges(page: &Page, address: &str) -> Outcome {
    page.load_address("about:blank").await?;
    page.load_address(&format!("{address}{LINK}")).await?;
    let verdict = page.verdict("retired").await?;
    assert_eq!(verdict.version.as_deref(), Some("2.5.79.0"), "{address}");
    assert_eq!(page.console().await?, [""; 0], "{address}");
    Ok(())
}

#[tokio::test]
async fn below_a_path_and_with_types_missing_or_bare() -> Outcome {
    let site = site();
    let page = Page::browser().await?;
    let none = "Handler.guess_type = lambda self, path: ''";
    let no_header = "send = Handler.send_header\nHandler.send_header = lambda self, name, value: \
        name == 'Content-type' or send(self, name, value)";
    for before in ["", none, no_header] {
        let server = Server::python(site.path(), before).await?;
        judges(&page, &server.address("it/tools/")).await?;
        judges(&page, &server.address("it/tools/index.html")).await?;
    }
    page.close().await
}

#[tokio::test]
async fn packed_by_the_server_and_with_the_headers_of_the_guide() -> Outcome {
    let site = site();
    let guide = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/hosting.md");
    let guide = std::fs::read_to_string(guide).expect("the guide");
    // The lines of the guide itself, so that it cannot tell people what does not work.
    let lines = guide.split("```nginx\n").nth(1).and_then(|rest| rest.split("```").next()).expect("its nginx part");
    let server = Server::nginx(site.path(), lines).await?;
    let page = Page::browser().await?;
    judges(&page, &server.address("it/tools/")).await?;
    let packed: String = page
        .script("return performance.getEntriesByType('navigation')[0].encodedBodySize + ' ' + performance.getEntriesByType('navigation')[0].decodedBodySize", vec![])
        .await?;
    let sizes: Vec<u64> = packed.split(' ').filter_map(|size| size.parse().ok()).collect();
    assert!(sizes.len() == 2 && sizes[0] < sizes[1], "it came packed: {packed}");
    page.close().await
}

/// Waits until something is seen, as the styles wait a few seconds for the script, and reads it.
async fn shown(page: &Page, selector: &str) -> Result<String, Error> {
    let part = page.element(selector).await?;
    let start = Instant::now();
    while !part.is_displayed().await? {
        if start.elapsed() > Duration::from_secs(60) {
            return Err(Error::Waited(format!("{selector} to be seen")));
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    Ok(part.text().await?)
}

#[tokio::test]
async fn a_policy_of_the_server_that_forbids_the_script_leaves_the_table_to_read() -> Outcome {
    let site = site();
    let page = Page::browser().await?;
    for policy in ["default-src 'self'", "default-src 'self'; style-src 'self' 'unsafe-inline'"] {
        let header = format!("add_header Content-Security-Policy \"{policy}\" always;");
        let server = Server::nginx(site.path(), &header).await?;
        page.load_address(&server.address("it/tools/")).await?;
        let told = shown(&page, "#late").await?;
        assert!(told.contains("tables below"), "{policy}: {told}");
        shown(&page, "#releases table").await?;
    }
    page.close().await
}

#[tokio::test]
async fn the_page_names_itself_to_whoever_links_to_it() -> Outcome {
    let page = Page::open("").await?;
    let named: Vec<String> = page
        .script(
            "return ['meta[name=description]', 'meta[name=theme-color]', 'meta[property=\"og:title\"]',
                'meta[property=\"og:description\"]', 'meta[property=\"og:type\"]', 'link[rel=icon]']
                .filter((one) => !(document.querySelector(one)?.content || document.querySelector(one)?.href))
                .concat(document.title ? [] : ['title'], document.documentElement.lang ? [] : ['lang'])",
            vec![],
        )
        .await?;
    assert_eq!(named, [""; 0], "what is missing");
    page.close().await
}
