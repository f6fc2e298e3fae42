//! The page's own blank: with it a page that stands open, or was saved by a browser as it looked,
//! can give itself out as it was made, to the byte ("Save a copy").
//!
//! The blank is the finished page without its large blocks, which stand in the page anyway and are
//! put back in by `start.js`. It is a data block, and browsers keep those when they save.

use super::document::DocumentError;

/// Where the styles go back in.
const STYLES: &str = "<style></style>";
/// Before this the scripts go back in.
const END: &str = "</body>";

/// Adds the blank to a finished page that holds these two parts.
pub fn add(page: &str, styles: &str, scripts: &str) -> Result<String, DocumentError> {
    let blank = page.replacen(styles, STYLES, 1).replacen(scripts, "", 1);
    for (wanted, place) in [("its styles as one block", STYLES), ("an end of <body>", END)] {
        let found = blank.matches(place).count();
        if found != 1 {
            return Err(DocumentError::Count { wanted, found });
        }
    }
    // What would end the data block, or make the parser look for its end elsewhere.
    for word in ["<script", "</script", "<!--"] {
        if blank.to_ascii_lowercase().contains(word) {
            return Err(DocumentError::Unfit("the page without its scripts", word));
        }
    }
    // The last one: the script has the word in it too.
    let (before, after) = page.rsplit_once(END).unwrap_or((page, ""));
    Ok(format!("{before}<script type=\"text/html\" id=\"blank\">{blank}</script>{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><style>p{}</style><body><p>Yes<script>go('</body>')</script></body></html>";

    #[test]
    fn the_blank_is_the_page_without_its_blocks() {
        assert_eq!(
            add(PAGE, "<style>p{}</style>", "<script>go('</body>')</script>").expect("it is fit"),
            "<html><style>p{}</style><body><p>Yes<script>go('</body>')</script><script type=\"text/html\" id=\"blank\">\
             <html><style></style><body><p>Yes</body></html></script></body></html>"
        );
    }

    #[test]
    fn what_would_end_the_block_is_refused() {
        let page = PAGE.replace("'</body>'", "");
        let error = add(&page, "<style>p{}</style>", "").expect_err("a script is left");
        assert_eq!(error.to_string(), "the page without its scripts holds `<script`, which cannot stand inside it");
        let error = add(PAGE, "<style></style>", "<script>go('</body>')</script>").expect_err("the styles are others");
        assert_eq!(error.to_string(), "must have its styles as one block once, and has it 0 times");
    }
}
