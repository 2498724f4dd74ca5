#include "core/command/help_text.hpp"

namespace pith {
namespace {

constexpr std::string_view overview = R"(pith - clean articles out of web pages

usage: pith COMMAND [OPTIONS] [ARGUMENTS]

commands:
  extract   take the article out of pages: files, URLs, or a batch of JSON Lines
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
  if (command == "plugins") return plugins;
  if (command == "test") return test;
  if (command == "help") return help;
  return {};
}

}  // namespace pith
