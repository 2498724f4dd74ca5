//! rs-trafilatura or dom_smoothie, whichever the first argument names, over a list of pages: reads lines
//! `id<TAB>path<TAB>url`, writes JSON Lines. Only the extraction is timed, not reading and unpacking.
use std::io::{self, BufRead, Read, Write};
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::time::Instant;

use serde_json::{json, Map, Value};

type Fields = Map<String, Value>;
type Extract = fn(&[u8], Option<&str>) -> Result<Fields, String>;

fn fields(value: Value) -> Fields {
    match value {
        Value::Object(fields) => fields,
        _ => unreachable!("fields are made of objects only"),
    }
}

fn with_trafilatura(page: &[u8], url: Option<&str>) -> Result<Fields, String> {
    let options = rs_trafilatura::Options {
        url: url.map(String::from),
        ..rs_trafilatura::Options::default()
    };
    let found =
        rs_trafilatura::extract_bytes_with_options(page, &options).map_err(|e| e.to_string())?;
    let author = found.metadata.author.unwrap_or_default();
    let authors: Vec<&str> = author
        .split(';')
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect();
    Ok(fields(json!({
        "text": found.content_text,
        "title": found.metadata.title,
        "authors": authors,
        "date": found.metadata.date.map(|date| date.to_string()),
    })))
}

/// UTF-8 wherever the bytes are that, else the charset declared in the first 1024 bytes: see ../node/decode.mjs.
fn decode(page: &[u8]) -> String {
    if let Ok(text) = std::str::from_utf8(page) {
        return text.trim_start_matches('\u{feff}').into();
    }
    let head = String::from_utf8_lossy(&page[..page.len().min(1024)]).to_ascii_lowercase();
    let declared = head.find("charset=").and_then(|at| {
        let label = head[at + "charset=".len()..].trim_start_matches(['"', '\'', ' ']);
        let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)));
        encoding_rs::Encoding::for_label(label[..end.unwrap_or(label.len())].as_bytes())
    });
    declared
        .unwrap_or(encoding_rs::WINDOWS_1252)
        .decode(page)
        .0
        .into_owned()
}

fn with_dom_smoothie(page: &[u8], url: Option<&str>) -> Result<Fields, String> {
    let html = decode(page);
    let mut readability =
        dom_smoothie::Readability::new(html, url, None).map_err(|e| e.to_string())?;
    let article = readability.parse().map_err(|e| e.to_string())?;
    Ok(fields(json!({
        "html": article.content.to_string(),
        "title": article.title,
        "authors": article.byline.into_iter().collect::<Vec<_>>(),
        "date": article.published_time,
    })))
}

fn cpu_ms() -> f64 {
    let mut now = libc::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    // SAFETY: the clock exists on Linux and `now` is ours.
    unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &mut now) };
    now.tv_sec as f64 * 1e3 + now.tv_nsec as f64 / 1e6
}

fn result_of(id: &str, page: &[u8], url: Option<&str>, extract: Extract) -> Fields {
    let (wall, cpu) = (Instant::now(), cpu_ms());
    let found = catch_unwind(AssertUnwindSafe(|| extract(page, url)))
        .unwrap_or_else(|_| Err("panic".into()));
    let (cpu, wall) = (cpu_ms() - cpu, wall.elapsed().as_secs_f64() * 1e3);
    let mut result = found.unwrap_or_else(|error| fields(json!({"text": "", "error": error})));
    result.insert("id".into(), id.into());
    result.insert("ms".into(), wall.into());
    result.insert("cpu_ms".into(), cpu.into());
    result
}

fn main() -> io::Result<()> {
    let extract: Extract = match std::env::args().nth(1).as_deref() {
        Some("rs-trafilatura") => with_trafilatura,
        Some("dom_smoothie") => with_dom_smoothie,
        _ => {
            return Err(io::Error::other(
                "name a peer: rs-trafilatura or dom_smoothie",
            ))
        }
    };
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let line = line?;
        let parts: Vec<&str> = line.split('\t').collect();
        let [id, path, url] = parts[..] else {
            return Err(io::Error::other(format!(
                "not a line of a list of pages: {line}"
            )));
        };
        let mut page = Vec::new();
        flate2::read::MultiGzDecoder::new(std::fs::File::open(path)?).read_to_end(&mut page)?;
        let result = result_of(id, &page, Some(url).filter(|url| !url.is_empty()), extract);
        writeln!(out, "{}", Value::Object(result))?;
    }
    Ok(())
}
