#include "body/embed_reader.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "pith/text.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

bool is_address(std::string_view source) {
  return !source.empty() && !source.starts_with("data:") && source != "#" && !source.starts_with("about:");
}

struct Provider {
  std::string_view host;
  std::string_view name;
};
constexpr auto providers = std::to_array<Provider>({
    {"*.youtube.com", "youtube"},
    {"*.youtube-nocookie.com", "youtube"},
    {"youtu.be", "youtube"},
    {"*.vimeo.com", "vimeo"},
    {"*.dailymotion.com", "dailymotion"},
    {"*.twitter.com", "x"},
    {"*.x.com", "x"},
    {"*.instagram.com", "instagram"},
    {"*.facebook.com", "facebook"},
    {"*.tiktok.com", "tiktok"},
    {"*.spotify.com", "spotify"},
    {"*.soundcloud.com", "soundcloud"},
    {"*.datawrapper.de", "datawrapper"},
    {"*.dwcdn.net", "datawrapper"},
    {"*.flourish.studio", "flourish"},
    {"*.infogram.com", "infogram"},
    {"*.reddit.com", "reddit"},
    {"bsky.app", "bluesky"},
    {"*.bsky.app", "bluesky"},
    {"*.threads.net", "threads"},
    {"*.threads.com", "threads"},
    {"*.ted.com", "ted"},
    {"*.bilibili.com", "bilibili"},
    {"*.youku.com", "youku"},
});

std::string_view provider_of(std::string_view url) {
  const std::string host = url_host(url);
  for (const Provider& provider : providers) {
    if (host_matches(host, provider.host)) return provider.name;
  }
  return {};
}

std::string_view media_source(Node element) {
  for (const char* name : {"src", "data-src", "data-lazy-src", "data"}) {
    if (const std::string_view source = trim(element.attribute(name)); is_address(source)) return source;
  }
  for (Node at = element.first_element(); at; at = at.next_element()) {
    if (at.is(Tag::source) && is_address(at.attribute("src"))) return at.attribute("src");
  }
  return {};
}

/// How a custom element says what it shows.
struct CustomElement {
  std::string_view name;
  std::string_view attribute;
  /// What the value follows in the address; empty where it is the address.
  std::string_view prefix;
  std::string_view label;
};
constexpr auto custom_elements = std::to_array<CustomElement>({
    {"amp-youtube", "data-videoid", "https://www.youtube.com/watch?v=", "youtube"},
    {"lite-youtube", "videoid", "https://www.youtube.com/watch?v=", "youtube"},
    {"youtube-video", "video-id", "https://www.youtube.com/watch?v=", "youtube"},
    {"amp-vimeo", "data-videoid", "https://vimeo.com/", "vimeo"},
    {"lite-vimeo", "videoid", "https://vimeo.com/", "vimeo"},
    {"amp-dailymotion", "data-videoid", "https://www.dailymotion.com/video/", "dailymotion"},
    {"amp-twitter", "data-tweetid", "https://x.com/i/status/", "x"},
    {"amp-instagram", "data-shortcode", "https://www.instagram.com/p/", "instagram"},
    {"amp-facebook", "data-href", "", "facebook"},
    {"amp-tiktok", "data-src", "https://www.tiktok.com/embed/", "tiktok"},
    {"amp-reddit", "data-src", "", "reddit"},
    {"amp-video", "src", "", "video"},
    {"amp-audio", "src", "", "audio"},
});

/// Rows of a post that are looked at.
constexpr std::uint32_t most_rows = 500;

/// What sites call the quote that they give out for a post, and the attribute with its address.
struct PostMarkup {
  std::string_view class_name;
  std::string_view attribute;
  bool has_text;
};
constexpr auto post_markups = std::to_array<PostMarkup>({
    {"twitter-tweet", "cite", true},
    {"twitter-video", "cite", true},
    {"bluesky-embed", "cite", true},
    {"mastodon-embed", "data-embed-url", true},
    {"reddit-embed-bq", "cite", true},
    {"reddit-card", "cite", true},
    {"instagram-media", "data-instgrm-permalink", false},
    {"tiktok-embed", "cite", false},
    {"tiktok-video", "cite", false},
    {"text-post-media", "data-text-post-permalink", true},
});

Block embed_of(std::string url, std::string_view label, Node element) {
  Block embed;
  embed.type = BlockType::embed;
  embed.url = std::move(url);
  embed.label = std::string(label);
  embed.source = element.source();
  return embed;
}

/// The last link to a site of posts: in a quoted post, that of its date.
std::string last_post_link(Node blockquote, PageContext& context) {
  std::string last;
  const std::uint32_t end = std::min(blockquote.end_row(), blockquote.row() + most_rows);
  for (Node at = blockquote.following(); at && at.row() < end; at = at.following()) {
    if (!at.is(Tag::a)) continue;
    std::string url = context.resolve(at.attribute("href"));
    if (!provider_of(url).empty()) last = std::move(url);
  }
  return last;
}

}  // namespace

std::optional<Block> read_embed(Node element, PageContext& context) {
  const std::string_view source = media_source(element);
  if (source.empty()) return std::nullopt;
  Block embed;
  embed.type = BlockType::embed;
  embed.url = context.resolve(source);
  if (!is_web_url(embed.url)) return std::nullopt;
  embed.source = element.source();
  if (element.is(Tag::video) || element.is(Tag::audio)) {
    embed.label = std::string(element.name());
    return embed;
  }
  embed.label = std::string(provider_of(embed.url));
  if (embed.label.empty()) return std::nullopt;
  return embed;
}

std::optional<Block> read_custom_embed(Node element, PageContext& context) {
  const std::string_view name = element.name();
  if (name == "amp-iframe") return read_embed(element, context);
  // Facebook's own program puts the post there.
  if (element.has_class("fb-post") || element.has_class("fb-video")) {
    std::string url = context.resolve(trim(element.attribute("data-href")));
    if (!is_web_url(url)) return std::nullopt;
    return embed_of(std::move(url), "facebook", element);
  }
  for (const CustomElement& custom : custom_elements) {
    if (name != custom.name) continue;
    const std::string_view value = trim(element.attribute(custom.attribute));
    if (value.empty()) return std::nullopt;
    std::string url = custom.prefix.empty() || is_web_url(value)
                          ? context.resolve(value)
                          : std::string(custom.prefix) + std::string(value);
    if (!is_web_url(url)) return std::nullopt;
    return embed_of(std::move(url), custom.label, element);
  }
  return std::nullopt;
}

std::optional<QuotedPost> read_quoted_post(Node blockquote, PageContext& context) {
  for (const PostMarkup& markup : post_markups) {
    if (!blockquote.has_class(markup.class_name)) continue;
    const std::string_view declared = trim(blockquote.attribute(markup.attribute));
    std::string url = declared.empty() ? std::string() : context.resolve(declared);
    if (!is_web_url(url)) url = last_post_link(blockquote, context);
    if (!is_web_url(url)) return std::nullopt;
    const std::string_view provider = provider_of(url);
    return QuotedPost{embed_of(std::move(url), provider.empty() ? "post" : provider, blockquote),
                      markup.has_text};
  }
  return std::nullopt;
}

}  // namespace pith
