#pragma once

#include <chrono>
#include <string>

#include "core/fetch/answer.hpp"
#include "core/fetch/robots_cache.hpp"

namespace pith {

/// RFC 9309, section 2.3.1.2.
constexpr std::size_t most_robots_redirects = 5;

/// What the end of a transfer means for a robots.txt: `follow`, `try_again`, or anything else, when
/// robots_verdict() says what it comes to. Google's reading of statuses: 429 is as 5xx, and every other of
/// 4xx as if there were no robots.txt.
Answer answer_for_robots(const EndedTransfer& ended);

/// What a robots.txt comes to that is not asked for again: its rules; everything is allowed where there is
/// none (4xx, redirects without end); and nothing where it cannot be had. Then pages are `postponed` if it
/// was the server's fault, and end as it did if they could not be had either (no such host, nothing answers,
/// no trust, a refused address). Good from `now` for a day; a failure only for `retry`.
RobotsVerdict robots_verdict(const EndedTransfer& ended, const std::string& agent,
                             std::chrono::steady_clock::time_point now, std::chrono::milliseconds retry);

/// Everything is allowed.
RobotsVerdict no_robots(std::chrono::steady_clock::time_point now);

}  // namespace pith
