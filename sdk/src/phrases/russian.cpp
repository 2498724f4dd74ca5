#include <array>

#include "phrases/phrase.hpp"

namespace pith {
namespace {

using enum Boilerplate;
using enum TextPattern::How;

// clang-format off
constexpr auto russian = std::to_array<Phrase>({
    {advertisement, equals, "реклама"},
    {advertisement, equals, "на правах рекламы"},
    {advertisement, equals, "партнерский материал"},
    {advertisement, equals, "продолжение после рекламы"},
    {read_more, equals, "читать далее"},
    {read_more, equals, "читать полностью"},
    {read_more, equals, "подробнее"},
    {read_more, equals, "далее"},
    {read_more, equals, "читать дальше"},
    {read_more, equals, "узнать больше"},
    {read_more, begins, "читайте также"},
    {read_more, begins, "читайте также:"},
    {read_more, begins, "читать также:"},
    {read_more, begins, "смотрите также:"},
    {read_more, begins, "см. также:"},
    {read_more, begins, "читайте подробнее"},
    {related, equals, "читайте также"},
    {related, equals, "по теме"},
    {related, equals, "материалы по теме"},
    {related, equals, "похожие статьи"},
    {related, equals, "похожие материалы"},
    {related, equals, "похожие новости"},
    {related, equals, "другие новости"},
    {related, equals, "популярное"},
    {related, equals, "самое читаемое"},
    {related, equals, "новости партнеров"},
    {related, equals, "последние новости"},
    {related, equals, "еще по теме"},
    {related, equals, "вам может быть интересно"},
    {related, equals, "вам также может понравиться"},
    {related, equals, "рекомендуем"},
    {share, equals, "поделиться"},
    {share, equals, "поделиться:"},
    {share, equals, "поделиться в соцсетях"},
    {share, equals, "распечатать"},
    {share, equals, "отправить на почту"},
    {share, equals, "скопировать ссылку"},
    {share, equals, "поделитесь с друзьями"},
    {share, begins, "подписывайтесь на наш"},
    {share, begins, "подписывайтесь на нас"},
    {share, begins, "следите за нами"},
    {share, begins, "присоединяйтесь к нам"},
    {newsletter, equals, "подписаться"},
    {newsletter, equals, "подписаться на рассылку"},
    {newsletter, equals, "подписка"},
    {newsletter, equals, "подписаться на новости"},
    {newsletter, begins, "подпишитесь на рассылку"},
    {newsletter, begins, "подпишитесь на нашу рассылку"},
    {newsletter, begins, "подписывайтесь на рассылку"},
    {newsletter, begins, "подпишитесь на наш"},
    {app_promo, equals, "скачать приложение"},
    {app_promo, equals, "установить приложение"},
    {comments, equals, "комментарии"},
    {comments, equals, "оставить комментарий"},
    {comments, equals, "добавить комментарий"},
    {comments, equals, "написать комментарий"},
    {comments, equals, "комментариев нет"},
    {comments, equals, "нет комментариев"},
    {comments, equals, "показать комментарии"},
    {comments, equals, "обсудить"},
    {comments, begins, "ваш адрес email не будет опубликован"},
    {comments, begins, "ваш e-mail не будет опубликован"},
    {tags, equals, "теги"},
    {tags, equals, "теги:"},
    {tags, equals, "метки"},
    {tags, equals, "метки:"},
    {tags, equals, "темы"},
    {tags, equals, "темы:"},
    {tags, equals, "ключевые слова"},
    {author_bio, equals, "об авторе"},
    {copyright, ends, "все права защищены."},
    {copyright, ends, "все права защищены"},
    {cookie_notice, begins, "мы используем cookie"},
    {cookie_notice, begins, "мы используем файлы cookie"},
    {cookie_notice, begins, "этот сайт использует cookie"},
    {cookie_notice, begins, "сайт использует файлы cookie"},
    {media_player, equals, "слушать статью"},
    {media_player, equals, "смотреть видео"},
    {navigation, equals, "наверх"},
    {navigation, equals, "к началу"},
    {navigation, equals, "содержание"},
    {navigation, equals, "следующая статья"},
    {navigation, equals, "предыдущая статья"},
});
// clang-format on

}  // namespace

std::span<const Phrase> russian_phrases() {
  return russian;
}

}  // namespace pith
