#pragma once

#include <filesystem>
#include <string>

#include "core/export/article_identity.hpp"
#include "core/export/article_writer.hpp"

namespace pith {

/// A folder with a Markdown file for each article: `<host>/<day>-<slug>-<identity>.md` (file_name.hpp), which
/// holds front matter (front_matter.hpp), an empty line and the body (markdown.hpp). The title stands in the
/// front matter alone, since what reads that shows it from there.
///
/// An article has the same name in every export, whatever else is exported. A file that is there with the
/// same contents is not touched, one with others is replaced in one step; files of articles that are not
/// exported any more stay. What write() has written is there, whether or not finish() follows; finish() sees
/// to it that it is on the disk.
class MarkdownFiles : public ArticleWriter {
 public:
  /// Throws Error if there is no folder to be had at `folder`: empty, a file, its parent not there.
  explicit MarkdownFiles(const std::string& folder);

  void write(const StoredArticle& article) override;
  void finish() override;
  const ExportCounts& counts() const override { return counts_; }

 private:
  std::filesystem::path folder_;
  ArticleIdentities identities_;
  ExportCounts counts_;
};

}  // namespace pith
