#pragma once

/// Everything a plugin needs.
#include "pith/article_cleaner.hpp"
#include "pith/block_repairs.hpp"
#include "pith/body_reader.hpp"
#include "pith/comments.hpp"
#include "pith/embedded_article.hpp"
#include "pith/extractor.hpp"
#include "pith/language.hpp"
#include "pith/main_content.hpp"
#include "pith/names.hpp"
#include "pith/plugin.hpp"
#include "pith/site.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"
