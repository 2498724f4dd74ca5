#include <gtest/gtest.h>

#include <algorithm>

#include "tests/integration/jobs/job_harness.hpp"
#include "tests/support/gzip_bytes.hpp"

namespace pith {
namespace {

/// The number in "/story/12"; -1 if the path has none.
int story_of(const std::string& path) {
  constexpr std::string_view start = "/story/";
  return path.rfind(start, 0) == 0 ? std::stoi(path.substr(start.size())) : -1;
}

ScriptedReply story(const ScriptedRequest& request) {
  if (request.path == "/robots.txt") return http_answer(404, "", "");
  const int number = story_of(request.path);
  if (number < 0) return http_answer(404, "", "no such page");
  return http_answer(200, "Content-Type: text/html; charset=utf-8\r\n", article_page(number));
}

std::vector<std::string> stories(const ScriptedServer& server, int count) {
  std::vector<std::string> urls;
  for (int i = 0; i < count; ++i) urls.push_back(server.url("/story/" + std::to_string(i)));
  return urls;
}

std::string list_of(const std::vector<std::string>& urls) {
  std::string text;
  for (const auto& url : urls) text += url + "\n";
  return text;
}

TEST(FetchingJob, FollowsAFeedToItsArticlesOnce) {
  std::vector<std::string> urls;
  ScriptedServer server([&urls](const ScriptedRequest& request) {
    if (request.path == "/feed")
      return http_answer(200, "Content-Type: application/rss+xml\r\n", feed_of(urls));
    return story(request);
  });
  urls = stories(server, 5);
  urls.push_back(urls.front() + "?utm_source=rss#top");  // the same page
  const JobHarness job;
  const auto first = job.run({"--feed", server.url("/feed")});
  EXPECT_EQ(first.code, 0) << first.error;
  ASSERT_EQ(job.titles().size(), 5U) << first.error;
  EXPECT_EQ(job.titles()[3], article_title(3));

  urls.push_back(server.url("/story/9"));
  const auto second = job.run({"--feed", server.url("/feed")});
  EXPECT_EQ(second.code, 0) << second.error;
  EXPECT_EQ(job.titles().size(), 6U);
  EXPECT_EQ(server.count("/feed"), 2U);
  EXPECT_EQ(server.count("/story/3"), 1U) << "what is done is not fetched again";
}

TEST(FetchingJob, AFeedThatHasNotChangedCostsAnEmptyAnswer) {
  ScriptedServer* self = nullptr;
  ScriptedServer server([&self](const ScriptedRequest& request) {
    if (request.path != "/feed") return story(request);
    if (request.header("If-None-Match") == "\"v1\"") return http_answer(304, "", "");
    return http_answer(200, "Content-Type: application/rss+xml\r\nETag: \"v1\"\r\n",
                       feed_of({self->url("/story/1")}));
  });
  self = &server;
  const JobHarness job;
  EXPECT_EQ(job.run({"--feed", server.url("/feed")}).code, 0);
  const auto again = job.run({"--feed", server.url("/feed")});
  EXPECT_EQ(again.code, 0);
  EXPECT_NE(again.error.find("1 not modified"), std::string::npos) << again.error;
  EXPECT_EQ(job.titles(), std::vector<std::string>{article_title(1)});
}

TEST(FetchingJob, TheSummaryCountsEachPageAsWhatItIsInTheEnd) {
  ScriptedServer* self = nullptr;
  ScriptedServer server([&self](const ScriptedRequest& request) -> ScriptedReply {
    if (request.path == "/feed") {
      return http_answer(200, "Content-Type: application/rss+xml\r\n",
                         feed_of({self->url("/old/1"), self->url("/story/1"), self->url("/story/2")}));
    }
    if (request.path == "/old/1") return http_redirect(self->url("/story/1"));
    return story(request);
  });
  self = &server;
  const JobHarness job;
  const auto run = job.run({"--feed", server.url("/feed")});
  EXPECT_EQ(run.code, 0) << run.error;
  EXPECT_NE(run.error.find("4 pages in "), std::string::npos) << run.error;
  EXPECT_NE(run.error.find(": 2 ok, 1 feed, 1 duplicate; 2 articles"), std::string::npos) << run.error;
  const auto again = job.run({"--feed", server.url("/feed")});
  EXPECT_NE(again.error.find(": 1 feed; 0 articles; 3 pages known before, passed over"), std::string::npos)
      << again.error;
  const auto status = run_pith({"job", "status", job.store()});
  EXPECT_NE(status.out.find("1  done: ok (feed)"), std::string::npos) << status.out;
}

TEST(FetchingJob, AFeedThatIsNoneHasFailed) {
  ScriptedServer server(story);
  const JobHarness job;
  for (int i = 0; i < 2; ++i) {
    const auto run = job.run({"--feed", server.url("/story/1")});
    EXPECT_EQ(run.code, 1) << run.error;
    EXPECT_NE(run.error.find("is no feed"), std::string::npos) << run.error;
    EXPECT_NE(run.error.find("1 page in "), std::string::npos) << run.error;
    EXPECT_NE(run.error.find(": 1 failed; 0 articles"), std::string::npos) << run.error;
  }
  EXPECT_EQ(job.pages("failed").size(), 1U);
}

TEST(FetchingJob, FollowsAnIndexOfSitemapsAlsoGzip) {
  ScriptedServer* self = nullptr;
  ScriptedServer server([&self](const ScriptedRequest& request) {
    const auto entries = [](const std::string& kind, const std::string& entry,
                            const std::vector<std::string>& urls) {
      std::string xml =
          "<?xml version=\"1.0\"?><" + kind + " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
      for (const auto& url : urls)
        xml.append("<")
            .append(entry)
            .append("><loc>")
            .append(url)
            .append("</loc></")
            .append(entry)
            .append(">");
      return xml.append("</").append(kind).append(">");
    };
    if (request.path == "/sitemap.xml") {
      // An index that names itself, too.
      return http_answer(200, "Content-Type: application/xml\r\n",
                         entries("sitemapindex", "sitemap",
                                 {self->url("/a.xml"), self->url("/b.xml.gz"), self->url("/sitemap.xml")}));
    }
    if (request.path == "/a.xml") {
      return http_answer(200, "Content-Type: application/xml\r\n",
                         entries("urlset", "url", {self->url("/story/1"), self->url("/story/2")}));
    }
    if (request.path == "/b.xml.gz") {
      return http_answer(
          200, "Content-Type: application/gzip\r\n",
          gzip_bytes(entries("urlset", "url", {self->url("/story/2"), self->url("/story/3")})));
    }
    return story(request);
  });
  self = &server;
  const JobHarness job;
  const auto run = job.run({"--sitemap", server.url("/sitemap.xml")});
  EXPECT_EQ(run.code, 0) << run.error;
  EXPECT_EQ(job.titles().size(), 3U) << run.error;
  EXPECT_EQ(server.count("/sitemap.xml"), 1U);
  EXPECT_EQ(run.error.find("known before"), std::string::npos) << "nothing was: " << run.error;
  const auto again = job.run({"--sitemap", server.url("/sitemap.xml")});
  EXPECT_NE(again.error.find("; 3 pages known before, passed over"), std::string::npos)
      << "one of them is named by two sitemaps: " << again.error;
}

TEST(FetchingJob, AccountsForEveryPage) {
  ScriptedServer* self = nullptr;
  ScriptedServer server([&self](const ScriptedRequest& request) -> ScriptedReply {
    if (request.path == "/moved") return http_redirect(self->url("/story/1"));
    if (request.path == "/private") return http_redirect("http://169.254.169.254/latest/meta-data/");
    if (request.path == "/loop") return http_redirect(self->url("/loop"));
    if (request.path == "/cut")
      return {"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<p>half", ScriptedReply::Then::close};
    if (request.path == "/empty") return http_answer(200, "Content-Type: text/html\r\n", "");
    if (request.path == "/picture")
      return http_answer(200, "Content-Type: image/png\r\n", "\x89PNG\r\n\x1a\n....");
    return story(request);
  });
  self = &server;
  const JobHarness job;
  std::string list;
  for (const char* path :
       {"/story/1", "/story/2", "/moved", "/private", "/loop", "/cut", "/empty", "/picture", "/gone"}) {
    list += server.url(path) + "\n";
  }
  list += "ftp://example.com/a\nhttp://no-such-host.invalid/\nhttp://10.0.0.1/\n";
  const std::string config =
      job.folder().write("job.toml",
                         "store = \"job.db\"\n[[source]]\nurls = \"urls.txt\"\n[fetch]\ntries = 2\n"
                         "first_backoff = \"1 ms\"\nown_hosts = [\"127.0.0.1\"]\n"
                         "allowed_addresses = [\"127.0.0.1\"]\n");
  job.folder().write("urls.txt", list);
  const auto run = run_pith({"job", "run", config, "--quiet"});
  EXPECT_EQ(run.code, 1) << run.error;
  EXPECT_EQ(job.titles(), (std::vector<std::string>{article_title(1), article_title(2)})) << run.error;
  const auto has = [](const std::vector<std::string>& lines, const std::string& what) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const auto& line) { return line.find(what) != std::string::npos; });
  };
  const auto refused = job.pages("refused");
  EXPECT_TRUE(has(refused, "/private")) << run.error;
  EXPECT_TRUE(has(refused, "http://10.0.0.1/")) << run.error;
  const auto failed = job.pages("failed");
  for (const char* path : {"/loop", "/cut", "/gone", "no-such-host.invalid"})
    EXPECT_TRUE(has(failed, path)) << path;
  const auto duplicates = job.pages("duplicate");
  EXPECT_TRUE(has(duplicates, "/moved")) << "leads to a page that is there";
  EXPECT_EQ(server.count("/gone"), 1U) << "a page that is not there is not asked for twice";
  EXPECT_EQ(server.count("/cut"), 2U);
  EXPECT_EQ(job.pages("waiting").size(), 0U);
  EXPECT_NE(run.error.find("1 record lost or damaged"), std::string::npos) << run.error;
}

TEST(FetchingJob, ShardsReadEveryFeedForItCanNameAnyHost) {
  ScriptedServer* self = nullptr;
  const auto at = [&self](int host, int number) {
    return "http://h" + std::to_string(host) + ".localhost:" + std::to_string(self->port()) + "/story/" +
           std::to_string(number);
  };
  ScriptedServer server([&](const ScriptedRequest& request) {
    if (request.path != "/feed") return story(request);
    std::vector<std::string> urls;
    for (int i = 0; i < 8; ++i) urls.push_back(at(i, i));
    return http_answer(200, "Content-Type: application/rss+xml\r\n", feed_of(urls));
  });
  self = &server;
  std::size_t articles = 0;
  for (const char* shard : {"1/2", "2/2"}) {
    const JobHarness part;
    const auto run = part.run({"--feed", server.url("/feed"), "--allow-address", "::1", "--own-host",
                               "*.localhost", "--shard", shard});
    EXPECT_EQ(run.code, 0) << run.error;
    articles += part.titles().size();
  }
  EXPECT_EQ(articles, 8U);
}

TEST(FetchingJob, ANarrowerFilterTakesNothingAwayAndALooserOneFetches) {
  ScriptedServer* self = nullptr;
  ScriptedServer server([&self](const ScriptedRequest& request) {
    if (request.path != "/feed") return story(request);
    return http_answer(200, "Content-Type: application/rss+xml\r\n",
                       feed_of({self->url("/story/1"), self->url("/story/2")}));
  });
  self = &server;
  const JobHarness job;
  const auto config = [&](const std::string& filter) {
    return job.folder().write("job.toml", "store = \"job.db\"\n[[source]]\nfeed = \"" + server.url("/feed") +
                                              "\"\n[fetch]\nown_hosts = [\"127.0.0.1\"]\nallowed_addresses = "
                                              "[\"127.0.0.1\"]\n" +
                                              filter);
  };
  const auto run = [&](const std::string& filter) {
    return run_pith({"job", "run", config(filter), "--quiet"});
  };
  EXPECT_EQ(run("[filter]\ninclude = \"*/story/1\"\n").code, 0);
  EXPECT_EQ(job.titles(), std::vector<std::string>{article_title(1)});
  EXPECT_EQ(run("[filter]\ninclude = \"*/story/2\"\n").code, 0);
  EXPECT_EQ(job.titles(), (std::vector<std::string>{article_title(1), article_title(2)}))
      << "what is there stays, and what is wanted now is fetched";
  EXPECT_EQ(job.pages("filtered").size(), 0U);
}

TEST(FetchingJob, ARedirectToAHostLongerThanAnyFailsOnePage) {
  ScriptedServer server([](const ScriptedRequest& request) {
    if (request.path == "/long")
      return ScriptedReply(http_redirect("http://" + std::string(8'180, 'a') + "/"));
    return story(request);
  });
  const JobHarness job;
  const auto list =
      job.folder().write("urls.txt", server.url("/long") + "\n" + server.url("/story/1") + "\n");
  const auto run = job.run({"--urls", list});
  EXPECT_EQ(run.code, 1) << run.error;
  EXPECT_EQ(job.titles(), std::vector<std::string>{article_title(1)});
  EXPECT_EQ(job.pages("failed").size(), 1U);
}

TEST(FetchingJob, ASitemapWithoutEndIsFollowedOnlySoFar) {
  ScriptedServer* self = nullptr;
  ScriptedServer server([&self](const ScriptedRequest& request) {
    if (request.path.rfind("/s?", 0) != 0) return story(request);
    const int number = std::stoi(request.path.substr(5));
    return http_answer(200, "Content-Type: application/xml\r\n",
                       "<sitemapindex><sitemap><loc>" + self->url("/s?n=" + std::to_string(number + 1)) +
                           "</loc></sitemap></sitemapindex>");
  });
  self = &server;
  const JobHarness job;
  const auto run = job.run({"--sitemap", server.url("/s?n=1")});
  EXPECT_EQ(run.code, 1) << run.error;
  EXPECT_NE(run.error.find("too deep to be followed"), std::string::npos) << run.error;
  EXPECT_EQ(server.count("/s?n=5"), 0U);
}

TEST(FetchingJob, RetryPutsFailedPagesBack) {
  std::atomic<bool> is_down = true;
  ScriptedServer server([&is_down](const ScriptedRequest& request) {
    if (is_down && request.path == "/story/2") return http_answer(404, "", "");
    return story(request);
  });
  const JobHarness job;
  const auto list = job.folder().write("urls.txt", list_of(stories(server, 4)));
  EXPECT_EQ(job.run({"--urls", list}).code, 1);
  EXPECT_EQ(job.titles().size(), 3U);
  const auto second = job.run({"--urls", list});
  EXPECT_EQ(second.code, 1) << "as long as there is one that failed";
  EXPECT_NE(second.error.find("1 page of earlier runs failed"), std::string::npos) << second.error;
  EXPECT_EQ(server.count("/story/2"), 1U) << "what failed is not tried unasked";
  const auto other = job.folder().write("other.txt", server.url("/story/3") + "\n");
  EXPECT_EQ(job.run({"--urls", other}).code, 0) << "it is none of that job";

  is_down = false;
  const auto retry = run_pith({"job", "retry", job.store()});
  EXPECT_EQ(retry.code, 0);
  EXPECT_NE(retry.error.find("1 page was put back"), std::string::npos) << retry.error;
  EXPECT_EQ(job.run({"--urls", list}).code, 0);
  EXPECT_EQ(job.titles().size(), 4U);
  EXPECT_EQ(job.pages("failed").size(), 0U);
}

TEST(FetchingJob, APageTheServerWantsLaterWaitsForALaterRun) {
  ScriptedServer server([](const ScriptedRequest& request) {
    if (request.path == "/story/1") return http_answer(503, "Retry-After: 7200\r\n", "");
    return story(request);
  });
  const JobHarness job;
  const auto run = job.run({"--url", server.url("/story/1")});
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.error.find("1 page waits to be tried later, from 2"), std::string::npos) << run.error;
  EXPECT_EQ(job.pages("waiting").size(), 1U);
}

TEST(FetchingJob, WhatWaitsAndIsNamedAgainIsNotKnownBeforeButSettled) {
  ScriptedServer server(story);
  const JobHarness job;
  const std::vector<std::string> urls{"--url", server.url("/story/1"), "--url", server.url("/story/2")};
  ASSERT_EQ(job.run(urls).code, 0);
  run_pith({"job", "retry", job.store(), "--status", "ok"});
  const auto again = job.run(urls);
  EXPECT_NE(again.error.find(": 2 ok; 2 articles"), std::string::npos) << again.error;
  EXPECT_EQ(again.error.find("known before"), std::string::npos) << again.error;
  EXPECT_NE(job.run(urls).error.find("; 2 pages known before, passed over"), std::string::npos);
}

TEST(FetchingJob, ShardsTogetherAreTheWhole) {
  ScriptedServer server(story);
  const JobHarness whole;
  std::string list = list_of(stories(server, 6));
  // Names below localhost are this machine's, and hosts of their own.
  for (int i = 0; i < 9; ++i) {
    list += "http://h" + std::to_string(i) + ".localhost:" + std::to_string(server.port()) + "/story/" +
            std::to_string(i + 20) + "\n";
  }
  const auto urls = whole.folder().write("urls.txt", list);
  const std::vector<std::string> allow{"--urls", urls, "--allow-address", "::1", "--own-host", "*.localhost"};
  const auto with = [&allow](std::vector<std::string> more) {
    more.insert(more.end(), allow.begin(), allow.end());
    return more;
  };
  std::vector<std::string> of_shards;
  std::size_t largest = 0;
  for (const char* shard : {"1/3", "2/3", "3/3"}) {
    const JobHarness part;
    const auto run = part.run(with({"--shard", shard}));
    EXPECT_EQ(run.code, 0) << run.error;
    const auto titles = part.titles();
    largest = std::max(largest, titles.size());
    of_shards.insert(of_shards.end(), titles.begin(), titles.end());
  }
  EXPECT_EQ(whole.run(with({})).code, 0);
  EXPECT_EQ(of_shards.size(), 15U);
  std::sort(of_shards.begin(), of_shards.end());
  EXPECT_EQ(of_shards, whole.titles());
  EXPECT_GT(of_shards.size(), largest) << "more than one shard had something to do";
}

TEST(FetchingJob, ReprocessesKeptPagesWithoutFetching) {
  ScriptedServer server(story);
  const JobHarness job;
  const auto list = job.folder().write("urls.txt", list_of(stories(server, 5)));
  EXPECT_EQ(job.run({"--urls", list, "--keep-pages"}).code, 0);
  const auto before = job.contents();
  const auto asked = server.requests().size();
  const auto again = run_pith({"job", "reprocess", job.store()});
  EXPECT_EQ(again.code, 0) << again.error;
  EXPECT_NE(again.error.find("5 pages extracted again"), std::string::npos) << again.error;
  EXPECT_EQ(job.contents(), before);
  EXPECT_EQ(server.requests().size(), asked);
  const auto none = run_pith({"job", "reprocess", job.store(), "--plugin", "daily8"});
  EXPECT_NE(none.error.find("0 pages extracted again"), std::string::npos) << none.error;
}

}  // namespace
}  // namespace pith
