#include "core/export/markdown_files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>

#include "core/export/file_name.hpp"
#include "core/export/front_matter.hpp"
#include "core/export/stored_article_reader.hpp"
#include "core/output/output.hpp"
#include "core/render/markdown.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

namespace fs = std::filesystem;

/// Makes the folder itself, not those it is in: more than one that is missing is a slip of the pen.
void need_folder(const fs::path& folder) {
  std::error_code error;
  const fs::file_status there = fs::status(folder, error);
  if (fs::is_directory(there)) return;
  if (fs::exists(there)) throw Error("is a file, not a folder", folder.string());
  if (!fs::create_directory(folder, error) && error) {
    throw Error("the folder cannot be made", folder.string(), error.message());
  }
}

/// Whether the file is there and holds just that.
bool holds(const fs::path& file, std::string_view contents) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(file, error);
  if (error || size != contents.size()) return false;
  std::string there(contents.size(), '\0');
  std::ifstream stream(file, std::ios::binary);
  stream.read(there.data(), static_cast<std::streamsize>(there.size()));
  return stream && there == contents;
}

std::string file_of(const StoredArticle& stored, const Article& article) {
  const std::string body = render_markdown(article.body);
  return front_matter(stored, article) + (body.empty() ? "" : "\n") + body;
}

}  // namespace

MarkdownFiles::MarkdownFiles(const std::string& folder) : folder_(folder) {
  if (folder.empty()) throw Error("Markdown files need a folder", "standard output", "name one");
  need_folder(folder_);
}

void MarkdownFiles::write(const StoredArticle& stored) {
  const ArticleIdentity identity = identities_.of(stored);
  const Article article = read_stored_article(stored);
  const fs::path folder = folder_ / host_folder(stored.host);
  const fs::path file = folder / article_file_name(article, identity.short_name());
  const std::string contents = file_of(stored, article);
  ++counts_.articles;
  if (holds(file, contents)) {
    ++counts_.files_unchanged;
    return;
  }
  need_folder(folder);
  Output output(file.string(), OutputSync::later);
  output.write(contents);
  output.finish();
  ++counts_.files_written;
}

/// Some disks tell only now that they are full.
void MarkdownFiles::finish() {
  if (counts_.files_written == 0) return;
  const int descriptor = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = descriptor >= 0 && ::syncfs(descriptor) == 0;
  const int code = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (!synced) throw Error("cannot be written", folder_.string(), std::generic_category().message(code));
}

}  // namespace pith
