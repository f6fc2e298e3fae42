//! Pictures of every state: `screens FOLDER`, called by `cargo xtask screens`.

use std::error::Error;
use std::path::PathBuf;

use page_tests::{Page, State};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("the folder for the pictures is missing")?);
    std::fs::create_dir_all(&folder)?;
    let page = Page::browser().await?;
    for scheme in ["light", "dark"] {
        page.scheme(scheme).await?;
        for state in State::ALL {
            state.reach(&page).await?;
            for width in [360, 1280] {
                let file = folder.join(format!("{}-{width}-{scheme}.png", state.name()));
                std::fs::write(&file, page.picture(width).await?)?;
                println!("{}", file.display());
            }
            page.width(1280).await?;
        }
    }
    Ok(page.close().await?)
}
