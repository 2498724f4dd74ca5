#include "core/command/help_text.hpp"

namespace pith {
namespace {

constexpr std::string_view overview = R"(pith - clean articles out of web pages

usage: pith COMMAND [OPTIONS] [ARGUMENTS]

commands:
  extract   take the article out of pages: files, URLs, or a batch of JSON Lines
  job       clean many pages out of feeds, sitemaps, lists, folders and archives into a store
  plugins   list the site plugins, show what one does, check a library
  test      compare fixture pages with their expected results
  help      explain a command

examples:
  pith extract page.html --url https://www.example.com/story/1
  pith extract https://www.example.com/story/1 --format markdown
  pith extract --batch < pages.jsonl > articles.jsonl

`pith help COMMAND` tells all about one. `pith --version` tells versions.
)";

constexpr std::string_view extract = R"(pith extract - take the article out of pages

usage: pith extract INPUT... [OPTIONS]
       pith extract --batch [FILE...] [OPTIONS]

INPUT is a file (also gzip), an http, https or file URL, or - for standard input. The plugin is chosen by
the page's URL and then by its shape; what it cuts away is written down.

options:
  -u, --url URL         where the page of a file came from; helps to choose the plugin and completes links
  -p, --plugin NAME     use this plugin, whatever the page is
  -f, --format FORMAT   text (as usual), markdown, html, json or jsonl
  -e, --explain         tell what was cut and by which rule: a table on standard error, or `removed` in JSON
      --favor WHICH     precision or recall: leave out, or keep, what may or may not belong to the article
      --include PARTS   of comments, tables, images and links, separated by commas, those that are wanted: all
                        but comments are there as usual
      --exclude PARTS   leave out tables, images (with their captions) or links (their words stay)
  -o, --output FILE     write to FILE, which appears only when it is complete
      --plugin-dir DIR  look for plugins there first; may be given several times

batch:
  -b, --batch           read JSON Lines or WARC archives from FILEs or standard input (plain, gzip or zstd;
                        told by the contents), write JSON Lines: a line out for every line or archived
                        page in, in the same order. A line holds `id`, `url` (or null) and one of
                        `html` (text), `html_base64` (bytes) or `path` (a file). A broken line gives a
                        line with `error`. Blank lines are passed over. Of an archive, what is no page is
                        passed over and counted; what damage took is told, and the run goes on.
  -j, --jobs N          work on N pages at once (as usual: one for each processor)

Several INPUTs come out one after another: in text under a line `==> INPUT <==`, in Markdown and HTML
under a comment, as a list with --format json, a line each with --format jsonl.

examples:
  pith extract page.html.gz --url https://www.example.com/story/1 --explain
  curl -s https://www.example.com/story/1 | pith extract - -u https://www.example.com/story/1 -f json
  pith extract --batch --jobs 4 pages.jsonl --output articles.jsonl
  pith extract --batch crawl-*.warc.gz --output articles.jsonl

exit codes:
  0  all well (a page without an article, where none was expected, is well)
  1  some pages failed, or gave less than their plugin promises; each is told on standard error. Or records
     of an archive were lost
  2  the command line is wrong; nothing was done
  3  could not run at all: no plugins, an unreadable batch, an output that cannot be written
  130  stopped by Ctrl-C or SIGTERM; what was under way in a batch has been finished
  141  whoever read the output went away
)";

constexpr std::string_view job = R"(pith job - clean articles out of many pages, resumable and polite

usage: pith job run [FILE.toml] [OPTIONS]
       pith job check [FILE.toml] [OPTIONS]
       pith job status FILE.toml|STORE [--pages STATE] [--format text|json] [--output FILE]
       pith job export FILE.toml|STORE [--output PATH] [--format FORMAT] [OPTIONS]
       pith job retry FILE.toml|STORE [--state STATE] [--status STATUS] [--host HOST]
       pith job reprocess FILE.toml|STORE [--plugin NAME] [--host HOST] [OPTIONS]

  run        fetch and read what the sources name, extract it, keep it in the store. Stopped or killed, the
             same command goes on where it was: nothing is lost, nothing is there twice.
  check      tell all that is wrong with a job, and do nothing; takes what `run` takes
  status     how far it is: pages by state and status, sources, why pages failed; --pages lists those that
             are waiting, done, failed, refused, filtered or duplicate
  export     write the store's articles as jsonl (as usual), markdown, csv, html or atom
  retry      put failed pages (or those of another state, or with a status) back; the next run tries them
             again
  reprocess  extract pages that were kept as they came (--keep-pages) again, without fetching: all, or those
             that a plugin had and those of its hosts

A store is a SQLite file, which the first run makes, or postgresql://... ; also as --store STORE. A job file
names sources, fetching, filters and outputs; docs/reference/job-file.md tells all that can stand in it.
Without one:

sources (each may be given several times, a name behind each):
      --feed URL          an RSS, Atom or JSON feed: the pages of its items
      --no-follow         of feeds take the items as they stand there; their pages are not fetched
      --sitemap URL       a sitemap or an index of sitemaps, also gzip
      --url URL           one page
      --urls FILE         a list of URLs, one a line; - is standard input
      --folder DIR        saved pages
      --warc FILE         a WARC archive, plain, gzip or zstd
      --jsonl FILE        JSON Lines as a batch of `pith extract` takes them

options of run and check:
  -s, --store STORE       where the work is kept
  -j, --workers N         extract N pages at once (as usual: one for each processor)
      --isolate           extract in processes without network: a plugin that crashes or hangs costs one page
      --keep-pages        keep the pages as they came, compressed
      --shard K/N         only hosts that belong to part K of N
      --delay TIME        least time between two requests to one host (as usual 1s)
      --own-host HOST     a host of your own: no delay, no robots.txt; `*.example.com` for all below it
      --allow-address IP  a private address, or a range as 10.0.0.0/8, that may be fetched from
      --contact TEXT      an address for webmasters, sent with the user agent
      --plugin-dir DIR    look for plugins there first
  -o, --output PATH       write the articles there when the job is done; --originals-only leaves near-copies
                          out, --with-empty takes in articles without any text
  -f, --format FORMAT     and so; without it as PATH ends
      --log FILE          write a log; --log-level debug|info|warning|error, --log-format text|json
      --metrics ADDR:PORT serve numbers for Prometheus; --metrics-file FILE writes them to a file
  -q, --quiet             no progress, only warnings and the summary

options of export:
  -o, --output PATH       a file, for markdown a folder; without it standard output
  -f, --format FORMAT     jsonl, markdown, csv, html or atom; without it as PATH ends (.jsonl, .csv, .html,
                          .atom, .xml; a folder: markdown), else jsonl
      --originals-only    leave near-copies out
      --with-empty        also articles without any text, of which only title and link are known
      --plugin NAME       only articles that this plugin extracted
      --language TAG      only those in this language; en takes in en-GB
      --kind KIND         only those of this kind (article, summary, post ...); may be given several times
      --from DATE         only those published on this day or later
      --until DATE        only those published before this day
      --title TEXT        what the page to read (html) or the Atom feed is called
      --feed-url URL      where the Atom feed is going to be found
      --csv-text          CSV with the text as last column
      --csv-bom           CSV with a byte order mark, for Excel

examples:
  pith job run --feed https://www.example.com/feed.xml --store articles.db
  pith job run asia.toml --log asia.log
  pith job run --warc crawl-1.warc.gz --warc crawl-2.warc.gz --store articles.db
  pith job export articles.db --format markdown --output articles
  pith job status articles.db --pages failed

exit codes:
  0  all well
  1  some pages of the job, in this run or before, failed, were refused, wait for later, could not be read,
     or gave less than they should (a status other than ok and no_article), or a feed is none; the summary
     and `pith job status` tell
  2  the command line or the job file is wrong; nothing was done
  3  could not run: the store cannot be opened or written (full disk), a source is missing
  130  stopped by Ctrl-C or SIGTERM: what was under way has been finished and written; a second one ends at
     once
)";

constexpr std::string_view plugins = R"(pith plugins - the site plugins there are

usage: pith plugins [list] [--format text|json]
       pith plugins show NAME
       pith plugins check FILE

  list   every plugin with its version, its hosts and its library; then every library that was refused,
         with the reason
  show   one plugin: where it is, what it was built with, its recipes and rules
  check  whether this library would be taken

options:
  -f, --format FORMAT   of `list`: text (as usual) or json
      --plugin-dir DIR  look there first; may be given several times

Plugins are looked for in the folders given by --plugin-dir, in those of PITH_PLUGIN_PATH (separated by
colons), beside the program, in the install prefix, and in $XDG_DATA_HOME/pith/plugins. Of two with the
same name the one found first is used.

exit codes:
  0  all well
  1  `check`: the library is refused
  2  the command line is wrong, or there is no plugin of that name
)";

constexpr std::string_view test = R"(pith test - compare fixture pages with their expected results

usage: pith test [FIXTURE...] [OPTIONS]

A fixture is a folder fixtures/SITE/CASE with page.html (or .xml, .json, also .gz), case.toml (its URL and
what it is about) and expected.json. FIXTURE names a site, SITE/CASE, a case, or a folder; without any all
below --fixtures are run. docs/guides/fixtures.md tells how to write one.

options:
      --fixtures DIR    where the fixtures are (as usual: fixtures)
      --update          write what comes out now into expected.json, and show what that changes; read it
                        before you commit it
  -f, --format FORMAT   text (as usual), json or junit
  -o, --output FILE     write the report to FILE
      --plugin-dir DIR  look for plugins there first; may be given several times

examples:
  pith test
  pith test scmp/next-data
  pith test scmp --update

exit codes:
  0  all fixtures came out as expected (or were written)
  1  some did not, or are broken
  2  the command line is wrong, or there is no such fixture
  3  could not run at all
)";

constexpr std::string_view help = R"(pith help - explain a command

usage: pith help [COMMAND]
)";

}  // namespace

std::string_view help_text(std::string_view command) noexcept {
  if (command.empty()) return overview;
  if (command == "extract") return extract;
  if (command == "job") return job;
  if (command == "plugins") return plugins;
  if (command == "test") return test;
  if (command == "help") return help;
  return {};
}

}  // namespace pith
