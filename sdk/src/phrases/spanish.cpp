#include <array>

#include "phrases/phrase.hpp"

namespace pith {
namespace {

using enum Boilerplate;
using enum TextPattern::How;

// clang-format off
constexpr auto spanish = std::to_array<Phrase>({
    {advertisement, equals, "publicidad"},
    {advertisement, equals, "anuncio"},
    {advertisement, equals, "contenido patrocinado"},
    {advertisement, equals, "la noticia continúa después de la publicidad"},
    {read_more, equals, "leer más"},
    {read_more, equals, "seguir leyendo"},
    {read_more, equals, "ver más"},
    {read_more, equals, "leer noticia completa"},
    {read_more, equals, "más información"},
    {read_more, begins, "lea también"},
    {read_more, begins, "lee también"},
    {read_more, begins, "te puede interesar:"},
    {read_more, begins, "leer también"},
    {read_more, begins, "ver también:"},
    {read_more, begins, "más información:"},
    {related, equals, "te puede interesar"},
    {related, equals, "te recomendamos"},
    {related, equals, "le puede interesar"},
    {related, equals, "noticias relacionadas"},
    {related, equals, "artículos relacionados"},
    {related, equals, "contenido relacionado"},
    {related, equals, "más noticias"},
    {related, equals, "lo más leído"},
    {related, equals, "lo más visto"},
    {related, equals, "últimas noticias"},
    {related, equals, "también te puede interesar"},
    {related, equals, "relacionado"},
    {related, equals, "relacionadas"},
    {related, equals, "más en"},
    {share, equals, "compartir"},
    {share, equals, "comparte"},
    {share, equals, "compartir este artículo"},
    {share, equals, "compartir en facebook"},
    {share, equals, "compartir en twitter"},
    {share, equals, "imprimir"},
    {share, equals, "enviar por correo"},
    {share, equals, "copiar enlace"},
    {share, equals, "síguenos"},
    {share, equals, "guardar"},
    {share, begins, "síguenos en"},
    {share, begins, "síguenos también en"},
    {share, begins, "comparte en"},
    {newsletter, equals, "suscríbete"},
    {newsletter, equals, "suscribirse"},
    {newsletter, equals, "suscríbase"},
    {newsletter, equals, "regístrate"},
    {newsletter, equals, "recibe nuestra newsletter"},
    {newsletter, begins, "suscríbete a nuestro boletín"},
    {newsletter, begins, "suscríbete a nuestra newsletter"},
    {newsletter, begins, "suscríbase a nuestro boletín"},
    {newsletter, begins, "recibe en tu correo"},
    {newsletter, begins, "recibe las últimas noticias en tu"},
    {app_promo, equals, "descarga la app"},
    {app_promo, equals, "descargar la aplicación"},
    {app_promo, equals, "descarga nuestra app"},
    {comments, equals, "comentarios"},
    {comments, equals, "deja un comentario"},
    {comments, equals, "deja una respuesta"},
    {comments, equals, "ver comentarios"},
    {comments, equals, "comentar"},
    {comments, equals, "escribe un comentario"},
    {comments, equals, "añadir comentario"},
    {comments, begins, "tu dirección de correo electrónico no será publicada"},
    {tags, equals, "etiquetas"},
    {tags, equals, "etiquetas:"},
    {tags, equals, "archivado en"},
    {tags, equals, "archivado en:"},
    {tags, equals, "temas"},
    {tags, equals, "temas:"},
    {author_bio, equals, "sobre el autor"},
    {author_bio, equals, "sobre la autora"},
    {author_bio, equals, "acerca del autor"},
    {copyright, ends, "todos los derechos reservados."},
    {copyright, ends, "todos los derechos reservados"},
    {cookie_notice, begins, "utilizamos cookies"},
    {cookie_notice, begins, "este sitio web utiliza cookies"},
    {cookie_notice, begins, "usamos cookies"},
    {media_player, equals, "escuchar artículo"},
    {media_player, equals, "reproducir vídeo"},
    {media_player, equals, "ver vídeo"},
    {navigation, equals, "volver arriba"},
    {navigation, equals, "ir al contenido"},
    {navigation, equals, "saltar al contenido"},
    {navigation, equals, "artículo siguiente"},
    {navigation, equals, "artículo anterior"},
    {navigation, equals, "índice de contenidos"},
});
// clang-format on

}  // namespace

std::span<const Phrase> spanish_phrases() {
  return spanish;
}

}  // namespace pith
