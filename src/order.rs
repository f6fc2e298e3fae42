//! Sorting, with one instance for all types: every generic sort of the
//! standard library would cost the page about four kilobytes.

/// The items in ascending order of their numbers, equals as they stood.
pub(crate) fn by_number<T>(items: Vec<T>, number: impl Fn(&T) -> u64) -> Vec<T> {
    // What comes out of a text mostly is in its order.
    if items.iter().map(&number).is_sorted() {
        return items;
    }
    let mut order: Vec<(u64, usize)> = items.iter().map(number).zip(0..).collect();
    order.sort_unstable();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|(_, index)| items.get_mut(index).and_then(Option::take)).collect()
}

#[cfg(test)]
mod tests {
    use super::by_number;

    #[test]
    fn equals_keep_their_order() {
        let items = vec![("b", 2), ("a", 1), ("c", 2), ("d", 0)];
        let names: Vec<_> = by_number(items, |(_, n)| *n).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["d", "a", "b", "c"]);
    }
}
