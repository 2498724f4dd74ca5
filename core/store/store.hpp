#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/extract/page_result.hpp"
#include "pith/error.hpp"
#include "pith/page.hpp"

namespace pith {

using SourceId = std::int64_t;
using PageId = std::int64_t;
using ArticleId = std::int64_t;
/// Milliseconds since 1970-01-01T00:00:00Z.
using UnixMs = std::int64_t;

/// What a page in a store is for.
enum class PageRole {
  article,  ///< its articles are wanted
  feed,     ///< its items are pages of the role `article`
  sitemap,  ///< its entries are sitemaps or pages of the role `article`
};

/// How far a page has come. Every page is in exactly one of these, so the counts add up.
enum class PageState {
  waiting,   ///< not done yet, or to be tried again at `not_before`
  done,      ///< extracted; `status` says what came of it
  failed,    ///< could not be fetched or extracted; `reason` says why; `pith job retry` puts it back
  refused,   ///< may not be fetched: robots.txt, a private address, a scheme
  filtered,  ///< a filter of the job does not want it
  /// Leads to the same page (`same_as`) as another one: redirect or canonical URL. A job may say so; the
  /// store itself does of a page whose only article it shows from another page ("Once in effect" at Store).
  duplicate,
};
std::string_view name_of(PageRole role) noexcept;
std::string_view name_of(PageState state) noexcept;

/// A place pages come from, as named in the job file.
struct SourceRow {
  SourceId id = 0;
  std::string kind;       ///< "feed", "sitemap", "urls", "folder", "warc", "jsonl"
  std::string location;   ///< URL or path, as written
  std::string cursor;     ///< how far it has been read: opaque, for the reader of this kind; empty: not begun
  bool finished = false;  ///< read to its end
  std::string problem;    ///< what could not be read of it; empty if nothing
  std::uint64_t lost = 0;  ///< records that could not be read, or are damaged
};

/// With what a source is read; opaque texts that are compared, never empty.
struct SourceSetting {
  std::string part;    ///< which of its pages are wanted, and as what
  std::string filter;  ///< what is wanted of these
};

/// What another setting than the last one has brought about.
struct SourceChange {
  bool is_reread = false;          ///< it is read from its beginning, for it was read in another part
  std::uint64_t judged_again = 0;  ///< its pages that a filter did not want, and that wait now
};

/// A page to be put into the store.
struct NewPage {
  std::string key;  ///< its identity: the canonical URL, or source and place where there is no URL
  /// Of a local page: the key that an earlier version gave it. A page of that key gets the new one.
  std::string former_key;
  std::string url;   ///< to be fetched, or where it came from; may be empty for local pages
  std::string host;  ///< lower case; empty for local pages without a URL
  PageRole role = PageRole::article;
  SourceId source = 0;
  PageId found_on = 0;  ///< the feed, sitemap or index page that names it; 0: the source itself
  /// Of a local page: where it lies in its source, "pages/a.html", "crawl.warc.gz:10432", "pages.jsonl:7".
  std::string place;
  std::string record_id;  ///< of JSON Lines: the record's `id` as JSON (`"a1"`, `7`); empty if it has none
};

/// A page that is to be fetched.
struct WaitingPage {
  PageId id = 0;
  std::string key;
  std::string url;
  std::string host;
  PageRole role = PageRole::article;
  SourceId source = 0;
  std::uint32_t attempts = 0;
  std::string etag;           ///< of the last answer, for a conditional request
  std::string last_modified;  ///< the same
};

/// One try to fetch or to extract a page.
struct AttemptRecord {
  UnixMs at = 0;
  std::uint32_t ms = 0;
  int http_status = 0;
  std::uint64_t bytes = 0;  ///< of the body after decompression
  std::string outcome;      ///< "fetched", "not_modified", "timeout", "status", "worker crashed" ...
  std::string detail;       ///< one sentence; empty if all went well
};

/// What became of one page: written as one.
struct PageOutcome {
  /// The page, by id (a page that was taken) or, with `id` 0, by `page` (a local page that is put in and
  /// done at once). A page that was taken and meanwhile done by somebody else is left alone. So is a local
  /// page whose key is there already and came from a later place, or from the same one with the same
  /// `content_digest`: with another the file has changed. If that one waits to be read again, it is taken
  /// from the same place, from any of the same source, and from another source only when that one is read to
  /// its end. A local page that could not be read (`failed`, without digest) takes the place of none but
  /// those, and leaves its own to any that could be. Of an article that was to be fetched or was fetched a
  /// local page takes the place, and it is never given out to be fetched; of a feed or sitemap it does not.
  ///
  /// With `id` 0, `filtered`, and neither `content_digest` nor `result` nor `raw` it is a refusal: a filter
  /// does not want the URL, and nobody has looked at the page. It is put in if its key is not known and
  /// changes nothing of a page that is there (but one of this source that was to be read again waits no
  /// longer). Named again as a NewPage, a page that was only ever refused waits and counts as new.
  PageId id = 0;
  NewPage page;
  /// Of a local page: greater is newer; of two with one key the greater stays.
  std::string order;

  PageState state = PageState::done;
  std::string reason;     ///< for every state but `done`
  UnixMs not_before = 0;  ///< with `waiting`: not to be tried earlier
  std::string same_as;    ///< with `duplicate`: the key of the page that is kept, or its article's URL

  int http_status = 0;
  std::string final_url;
  std::string fetched_at;  ///< RFC 3339, UTC
  /// Kept with `done` unless the status of the result is `failed`, so that a page that is not modified has a
  /// result. Other states leave what the page had, unless they come with a result.
  std::string etag;
  std::string last_modified;   ///< the same
  std::string content_digest;  ///< of the bytes, hexadecimal XXH3-128; empty: nothing was fetched
  std::vector<AttemptRecord> attempts;

  /// With `done`, unless not modified: replaces what the page had before. Without it `filtered` and
  /// `duplicate` remove what it had; all others leave it.
  std::optional<PageResult> result;
  /// The page as it came, to be kept compressed; empty: not kept.
  std::shared_ptr<const Page> raw;
  /// Pages found on it; those whose key is known are passed over.
  std::vector<NewPage> found;
};

/// How far a source has been read.
struct SourceProgress {
  SourceId source = 0;
  std::string cursor;
  bool finished = false;
  std::string problem;
  std::uint64_t lost = 0;
};

/// What is written in one transaction: all of it or nothing.
struct StoreBatch {
  std::vector<PageOutcome> outcomes;
  std::vector<NewPage> found;      ///< by sources that only name pages: URL lists
  std::vector<std::string> known;  ///< keys of local pages that were not looked at again: has_read()
  std::vector<SourceProgress> progress;
};

/// What became of an outcome when it was written.
enum class OutcomeEnd {
  written,
  duplicate,  ///< the same, but `done` became `duplicate`: the one article of the page is shown of another
  left,       ///< left alone, for what is known of the page goes before it
};

/// What became of a batch.
struct BatchCounts {
  std::uint64_t new_pages = 0;  ///< that were not known before and wait now
  /// Passed over, for their key is known from an earlier run: each page once in a run, and none that this run
  /// has settled. (It may still settle them: PageGroup::passed_over.)
  std::uint64_t known_pages = 0;
  std::vector<OutcomeEnd> ends;  ///< of its outcomes, one for each
};

/// Pages that are alike in what counts for a job.
struct PageGroup {
  SourceId source = 0;
  PageRole role = PageRole::article;  ///< `feed` also of a page that turned out to be one
  PageState state = PageState::waiting;
  std::string status;         ///< of the extraction, for `done`; else empty
  bool in_this_run = false;   ///< their outcome was written through this store object
  bool is_leased = false;     ///< waits no more: a job that shares the store has taken them
  bool not_modified = false;  ///< `done`, because the server said that they are as they were
  std::uint64_t pages = 0;
  std::uint64_t articles = 0;  ///< of them that are shown; of pages of this run only
  /// Of pages of earlier runs: those that this run has named or read and left as they were.
  std::uint64_t passed_over = 0;
};

/// A stored article with where it is from.
struct StoredArticle {
  ArticleId id = 0;
  PageId page = 0;
  std::uint32_t ordinal = 0;  ///< on its page, from 0
  std::string page_key;       ///< NewPage::key: what the page is known by, the same in every store
  std::string page_url;
  std::string host;
  std::string source_kind;
  std::string source_location;
  std::string source_place;  ///< NewPage::place
  std::string record_id;     ///< NewPage::record_id
  std::string fetched_at;
  std::string plugin;
  Status status = Status::ok;
  ArticleRecord article;
  /// The article this one is a near-copy of; 0: none, or it is the original.
  ArticleId original = 0;
  /// Of the original: its URL, else where it lies in its source, else the key of its page; empty if there is
  /// none.
  std::string original_url;
};

/// Which articles are read.
struct ArticleFilter {
  std::string plugin;              ///< empty: any
  std::string language;            ///< "en" takes in "en-GB"; empty: any
  std::vector<std::string> kinds;  ///< empty: any
  std::string published_from;      ///< RFC 3339 or a date, inclusive; empty: any
  std::string published_until;     ///< the same, exclusive
  bool originals_only = false;     ///< leave out near-copies
};

/// A page's row, for status, retry and reprocessing.
struct StoredPage {
  PageId id = 0;
  std::string key;
  std::string url;
  std::string place;  ///< where a local page lies: a file, a line or record of one; empty of fetched ones
  std::string host;
  PageRole role = PageRole::article;
  PageState state = PageState::waiting;
  std::string status;  ///< of the extraction; empty if there was none
  std::string reason;
  std::string plugin;
  bool has_raw = false;
};

struct PageFilter {
  std::optional<PageState> state;
  std::string status;     ///< of the extraction; empty: any
  std::string plugin;     ///< empty: any
  std::string host;       ///< empty: any
  bool with_raw = false;  ///< only pages whose bytes were kept
  // To read many in portions, between which the store can be used; for_each_page() alone heeds these:
  PageId after = 0;      ///< only pages with a greater id
  std::size_t most = 0;  ///< of them the first so many; 0: all
};

/// How many pages are in which state; and articles, copies, sources.
struct StoreCounts {
  struct Line {
    PageRole role;
    PageState state;
    std::string status;  ///< of the extraction, for `done`; else empty
    std::uint64_t pages = 0;
  };
  std::vector<Line> pages;
  std::uint64_t articles = 0;
  std::uint64_t near_copies = 0;
  std::uint64_t links = 0;
  std::uint64_t attempts = 0;
  std::uint64_t raw_pages = 0;
  std::uint64_t raw_bytes = 0;  ///< as kept, compressed
  std::uint64_t waiting_hosts = 0;
  /// When the first of what waits can be done: not earlier than it asks for, and not while a job that shares
  /// the store has it (PostgreSQL). 0 or in the past: now, or nothing waits.
  UnixMs earliest_not_before = 0;
};

/// Where jobs keep what they have done and what is left to do.
///
/// Once in effect: every page is known by its key, once. Articles are known by their URL: the canonical one
/// that the page declares, or where the page led to after redirects. Of the articles with one URL that came
/// from several pages one is shown (counted, given out by for_each_article) and the others are kept aside, so
/// that one of them comes forward if the shown one goes:
///   * whole articles go before excerpts, and those before mere titles, so that the teaser on an index page
///   or
///     in a feed never stands beside the article, or for it;
///   * among equals the one of the page whose key is that URL, then one that is its page's only article, then
///     that of the smallest key, then the first on its page.
/// Whole articles of one URL with different titles are different ones: sites name wrong canonical URLs (the
/// front page, the first of many pages), and nothing may be lost to that. A page that names another site's
/// URL as its canonical one is not believed for the same reason: what it holds is told as a near-copy. All of
/// this follows from what the pages are, not from the order in which they came: a job that was killed and
/// goes on ends with the same contents as one that was not.
///
/// One thread uses a Store. Everything that a call writes is one transaction: after a crash of the program or
/// of the machine it is there in whole or not at all. Throws Error, with the store's name as the place: it
/// cannot be opened, is of a later version, is in use, its disk is full (StoreFull).
class Store {
 public:
  virtual ~Store() = default;

  /// For people, without passwords: "articles.db", "postgresql://host/database".
  virtual std::string name() const = 0;

  /// The source, made if it is new.
  virtual SourceRow source(const std::string& kind, const std::string& location) = 0;
  virtual std::vector<SourceRow> sources() = 0;
  /// A run is about to read the source so. If it was read in another part before, or nobody knows in which,
  /// what was kept of that reading goes: its cursor, and the ETag and date of its feed, for both stand for
  /// pages that were passed over. If the filter was another one, its pages in the state `filtered` are put
  /// back as retry() does.
  virtual SourceChange adopt(SourceId source, const SourceSetting& setting) = 0;
  /// Puts a source and its page (feed, sitemap) back so that the next run reads it again: with its ETag,
  /// unless it failed the last time. The page becomes what `page` says, its role and source too, and is
  /// fetched, also if it came from a file.
  virtual void reopen_source(SourceId source, std::optional<NewPage> page) = 0;

  /// Takes up to `most` waiting pages that are due, no more than `most_of_a_host` of any host, and not of the
  /// hosts in `busy`: host after host, going on where the last call stopped, and of each those first that
  /// were found first. What is taken is not given out again until its outcome is written, or it is given
  /// back, or the store is opened to run after the connection of who took it is gone, as after kill -9. In
  /// PostgreSQL also when 15 minutes have passed, for a machine that died keeps its connection: to keep pages
  /// for longer, call it at least every 7 minutes, with `most` 0 if no more are wanted.
  virtual std::vector<WaitingPage> take(std::size_t most, std::size_t most_of_a_host,
                                        const std::vector<std::string>& busy, UnixMs now) = 0;
  /// Gives back what this store object has taken and not written.
  virtual void give_back() = 0;

  virtual BatchCounts write(const StoreBatch& batch) = 0;

  /// Whether a local page with this key, order and digest would be left alone (PageOutcome::id), and need not
  /// be extracted.
  virtual bool has_read(const std::string& key, const std::string& order,
                        const std::string& content_digest) = 0;

  virtual StoreCounts counts() = 0;
  /// All pages, each as it is `now`: one that was written as `done` can have become a duplicate since, and
  /// one that another job has taken can have come free.
  virtual std::vector<PageGroup> page_groups(UnixMs now) = 0;
  /// Every page that the filter wants, in the order of ids. The callback must not use the store.
  virtual void for_each_page(const PageFilter& filter,
                             const std::function<void(const StoredPage&)>& each) = 0;
  /// Every article that the filter wants, in the order of the page's key and the ordinal, so that equal
  /// contents come in equal order however they were gathered. False from the callback ends it.
  virtual void for_each_article(const ArticleFilter& filter,
                                const std::function<bool(const StoredArticle&)>& each) = 0;
  /// Puts pages back to `waiting`, due now; the number of them. Of local pages the sources are read again,
  /// also of those that were refused unseen in a folder, a WARC file or JSON Lines; refused URLs are fetched.
  /// All are asked for in whole, without ETag and Last-Modified, but pages that are `done` and have no result
  /// that failed where the filter names no status: that is a refresh, and a page that is not modified keeps
  /// its result.
  virtual std::uint64_t retry(const PageFilter& filter) = 0;

  /// The page as it came; nothing if it was not kept.
  virtual std::optional<Page> raw_page(PageId page) = 0;
  /// Replaces what came of a page that was done, for reprocessing.
  virtual void replace_result(PageId page, const PageResult& result) = 0;

  /// Finds near-copies among the articles that were not compared yet, and links them
  /// (core/fingerprint/near_copies.hpp); the number of new links. Same articles, same links, in whatever
  /// order and portions they came. `stop` is asked before each portion, a transaction of its own: if it says
  /// true, the rest is left to the next call. Empty: it goes to the end.
  virtual std::uint64_t link_near_copies(const std::function<bool()>& stop) = 0;
};

/// The disk is full, or the quota used up: the last transaction was not written, what came before is safe.
class StoreFull : public Error {
 public:
  using Error::Error;
};

/// How a store is opened.
enum class StoreUse {
  run,   ///< to work: made if it is not there, migrated, and of a SQLite file the only one that works
  read,  ///< to look: must be there; beside a job that runs
};

/// A path is a SQLite database; "postgresql://..." or "postgres://..." a PostgreSQL one.
std::unique_ptr<Store> open_store(const std::string& location, StoreUse use);

/// What messages call the store of that location, as Store::name does. Opens nothing, never throws, and names
/// no password, also of what is no URL of a PostgreSQL database and only begins like one.
std::string store_name(const std::string& location);

}  // namespace pith
