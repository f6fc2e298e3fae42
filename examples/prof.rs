use entra_connect_checker::{Answers, Table, check};
fn main() {
    let table = Table::embedded().unwrap();
    let text = std::fs::read_to_string(std::env::args().nth(1).unwrap_or("/tmp/log.txt".into())).unwrap();
    let n: usize = std::env::args().nth(2).and_then(|n| n.parse().ok()).unwrap_or(1);
    let t = std::time::Instant::now();
    for _ in 0..n {
        std::hint::black_box(check(table, &text, "2026-11-23".parse().unwrap(), &Answers::default()));
    }
    let d = t.elapsed().as_secs_f64() / n as f64;
    eprintln!("{:.3} ms {:.1} MB/s", d * 1e3, text.len() as f64 / 1e6 / d);
}
