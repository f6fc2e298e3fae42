//! Pictures of the page, to be looked at in review: `screens FOLDER [--all]`, called by `cargo xtask
//! screens`. Small ones (WebP, which Chromium writes) of what is worth keeping in the repository;
//! with `--all` every state at every width in both themes and in right-to-left.

use std::error::Error;
use std::path::{Path, PathBuf};

use page_tests::{Look, ON, Page, State};

const WIDTHS: [u32; 3] = [320, 768, 1440];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("the folder for the pictures is missing")?);
    let all = arguments.next().is_some_and(|word| word == "--all");
    std::fs::create_dir_all(&folder)?;
    let page = Page::browser().await?;
    // Judged for today, and the same pictures whenever they are made.
    page.today([2026, 11, 23]).await?;
    for state in State::ALL {
        let whole = all || state == State::Verdict;
        let widths = if whole { &WIDTHS[..] } else { &[320, 1440] };
        let looks = if whole { &[Look::Light, Look::Dark][..] } else { &[Look::Light] };
        shoot(&page, &folder, state, ON, "", widths, looks).await?;
    }
    // Right to left, another language, other means of seeing.
    shoot(&page, &folder, State::Verdict, &format!("{ON}&lang=ar"), "ar-", &[320, 1440], &[Look::Light]).await?;
    shoot(&page, &folder, State::Verdict, &format!("{ON}&lang=de"), "de-", &[320], &[Look::Light]).await?;
    shoot(&page, &folder, State::Verdict, ON, "", &[1440], &[Look::Forced, Look::Print]).await?;
    // 400 % zoom of a screen of 1280 pixels is a width of 320; of one of 1440, of 360.
    shoot(&page, &folder, State::Several, ON, "zoomed-", &[360], &[Look::Dark]).await?;
    Ok(page.close().await?)
}

async fn shoot(
    page: &Page,
    folder: &Path,
    state: State,
    fragment: &str,
    prefix: &str,
    widths: &[u32],
    looks: &[Look],
) -> Result<(), Box<dyn Error>> {
    for look in looks {
        page.look(Look::Light).await?;
        state.reach_by(page, fragment).await?;
        // On paper there is no box to paste into: last.
        page.look(*look).await?;
        for width in widths {
            let file = folder.join(format!("{prefix}{}-{width}-{}.webp", state.name(), look.name()));
            std::fs::write(&file, page.small_picture(*width).await?)?;
            println!("{}", file.display());
        }
        page.width(1280).await?;
    }
    page.look(Look::Light).await?;
    Ok(())
}
