#include "embedded/markdown.hpp"

#include <algorithm>

#include "embedded/node_tree_writer.hpp"
#include "pith/text.hpp"

namespace pith::embedded {
namespace {

/// Length of "- ", "* ", "+ " or "12. " at the beginning of a line; 0 if there is none.
std::size_t bullet_length(std::string_view line) {
  if (line.size() > 2 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ') return 2;
  std::size_t digits = 0;
  while (digits < line.size() && digits < 4 && line[digits] >= '0' && line[digits] <= '9') ++digits;
  const bool numbered = digits > 0 && digits + 1 < line.size() &&
                        (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
  return numbered ? digits + 2 : 0;
}

int heading_level(std::string_view line) {
  int level = 0;
  while (level < 6 && static_cast<std::size_t>(level) < line.size() && line[level] == '#') ++level;
  return level > 0 && static_cast<std::size_t>(level) < line.size() && line[level] == ' ' ? level : 0;
}

/// "[text](target)" at `at`; false if there is none.
bool link_at(std::string_view text, std::size_t at, std::string_view& label, std::string_view& target,
             std::size_t& end) {
  // Looked for nearby only, so that many brackets cost no more than one.
  const auto reach = text.substr(at, 500).find("](");
  if (reach == std::string_view::npos) return false;
  const auto middle = at + reach;
  const auto length = text.substr(middle, 2'000).find(')');
  if (length == std::string_view::npos) return false;
  const auto close = middle + length;
  label = text.substr(at + 1, middle - at - 1);
  target = text.substr(middle + 2, close - middle - 2);
  target = target.substr(0, target.find(' '));
  end = close + 1;
  return label.find('[') == std::string_view::npos;
}

std::string inline_html(std::string_view text) {
  std::string out;
  bool strong = false;
  bool emphasis = false;
  for (std::size_t at = 0; at < text.size();) {
    std::string_view label, target;
    std::size_t end = 0;
    const char c = text[at];
    if (c == '!' && at + 1 < text.size() && text[at + 1] == '[' &&
        link_at(text, at + 1, label, target, end)) {
      out += "<img src=\"" + escape_html(target) + "\" alt=\"" + escape_html(label) + "\">";
      at = end;
    } else if (c == '[' && link_at(text, at, label, target, end)) {
      out += "<a href=\"" + escape_html(target) + "\">" + escape_html(label) + "</a>";
      at = end;
    } else if (text.substr(at).starts_with("**") &&
               (strong || text.find("**", at + 2) != std::string_view::npos)) {
      out += strong ? "</strong>" : "<strong>";
      strong = !strong;
      at += 2;
    } else if (c == '*' && (emphasis || (at + 1 < text.size() && text[at + 1] != ' ' &&
                                         text.find('*', at + 1) != std::string_view::npos))) {
      out += emphasis ? "</em>" : "<em>";
      emphasis = !emphasis;
      ++at;
    } else {
      // References and stray tags are left to the parser's judgement.
      if (c == '<') {
        out += "&lt;";
      } else {
        out += c;
      }
      ++at;
    }
  }
  if (emphasis) out += "</em>";
  if (strong) out += "</strong>";
  return out;
}

/// Writes line by line and knows what is open.
class MarkdownWriter {
 public:
  void line(std::string_view line) {
    if (line.starts_with("```")) {
      close();
      in_code_ = !in_code_;
      html_ += in_code_ ? "<pre><code>" : "</code></pre>";
    } else if (in_code_) {
      html_ += escape_html(line) + "\n";
    } else if (trim(line).empty()) {
      flush();
      blank_ = true;
    } else {
      content(trim(line));
      blank_ = false;
    }
  }

  std::string finish() {
    close();
    if (in_code_) html_ += "</code></pre>";
    return std::move(html_);
  }

 private:
  void content(std::string_view text) {
    const int level = heading_level(text);
    const auto bullet = bullet_length(text);
    if (level > 0) {
      close();
      std::string_view words = trim(text.substr(static_cast<std::size_t>(level)));
      while (words.ends_with('#')) words.remove_suffix(1);
      const std::string tag = "h" + std::to_string(level);
      html_ += "<" + tag + ">" + inline_html(trim(words)) + "</" + tag + ">";
    } else if (bullet > 0) {
      const std::string tag = text[bullet - 2] == '.' || text[bullet - 2] == ')' ? "ol" : "ul";
      flush();
      if (list_ != tag) open_list(tag);
      html_ += "<li>" + inline_html(text.substr(bullet)) + "</li>";
    } else if (text == "---" || text == "***" || text == "* * *") {
      close();
      html_ += "<hr>";
    } else {
      const bool quoted = text.starts_with('>');
      if (blank_ || quoted != in_quote_) close();
      in_quote_ = quoted;
      paragraph_ += std::string(quoted ? trim(text.substr(1)) : text) + "\n";
    }
  }

  void open_list(const std::string& tag) {
    close();
    html_ += "<" + tag + ">";
    list_ = tag;
  }

  void flush() {
    if (paragraph_.empty()) return;
    html_ += in_quote_ ? "<blockquote><p>" : "<p>";
    html_ += inline_html(paragraph_);
    html_ += in_quote_ ? "</p></blockquote>" : "</p>";
    paragraph_.clear();
  }

  void close() {
    flush();
    if (!list_.empty()) html_ += "</" + list_ + ">";
    list_.clear();
    in_quote_ = false;
  }

  std::string html_;
  std::string paragraph_;
  std::string list_;
  bool in_code_ = false;
  bool in_quote_ = false;
  bool blank_ = false;
};

template <class Visit>
void each_line(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    auto line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    visit(line);
    at = end + 1;
  }
}

}  // namespace

bool looks_like_markdown(std::string_view text) {
  std::size_t signs = 0;
  each_line(text, [&](std::string_view line) {
    const auto content = trim(line);
    if (heading_level(content) > 0 || bullet_length(content) > 0 || content.starts_with("```") ||
        content.starts_with("> "))
      ++signs;
  });
  return signs > 0 || text.find("](http") != std::string_view::npos ||
         text.find("](/") != std::string_view::npos || std::count(text.begin(), text.end(), '*') >= 4;
}

std::string html_of_markdown(std::string_view text) {
  MarkdownWriter writer;
  each_line(text, [&](std::string_view line) { writer.line(line); });
  return writer.finish();
}

}  // namespace pith::embedded
