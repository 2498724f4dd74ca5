// Readability over jsdom; scripts of the page do not run.
import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';
import { decode } from './decode.mjs';
import { run } from './page_loop.mjs';

await run((bytes, url) => {
  const dom = new JSDOM(decode(bytes), { url, virtualConsole: new VirtualConsole() });
  try {
    const article = new Readability(dom.window.document).parse();
    if (!article) return null;
    return {
      html: article.content,
      title: article.title,
      authors: article.byline ? [article.byline] : [],
      date: article.publishedTime,
    };
  } finally {
    dom.window.close();
  }
});
