//! Mounts the page; nothing else.

fn main() {
    entra_connect_checker::page::start();
}
