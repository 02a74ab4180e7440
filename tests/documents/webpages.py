"""Saved web pages as media and ministries make them; the words are our own."""

from __future__ import annotations

import html
from collections.abc import Sequence

HEAD = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{title} | The Harbour Gazette</title>
<link rel="canonical" href="https://gazette.example/world/drills">
<meta property="og:site_name" content="The Harbour Gazette"><meta property="og:title" content="{title}">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "Organization",
"name": "Harbour Media"}}, {{"@type": "NewsArticle", "headline": "{title}", "datePublished": "2024-05-02T23:30:00-04:00",
"dateModified": "2024-06-01", "publisher": {{"@type": "Organization", "name": "The Harbour Gazette"}}}}]}}</script>
<style>.red {{ color: red }}</style><script>window.tracker = "Borska surrenders.";</script></head>
"""

AROUND = """<body class="single-post has-sidebar ad-enabled comments-open">
<div class="cookie-banner" role="dialog"><p>We use cookies so that this site works and to see how many of you read what we write.
By going on you agree to that for a year.</p><button>Agree</button></div>
<header><a href="/">The Harbour Gazette</a><nav><ul><li><a href="/w">World</a></li><li><a href="/b">Business</a></li></ul></nav>
</header>
<main><article>
<h1>{title}</h1>
<div class="article-byline">By Tom Reed in Aldenburg</div>
<div class="share-bar"><ul><li><a href="#">Share on a network</a></li><li><a href="#">Send by mail</a></li></ul></div>
<figure><img src="harbour.jpg" alt="The harbour"><figcaption>Ada Berg of Alden told reporters at the harbour that she was
tired. Photograph: Somebody/An Agency</figcaption></figure>
{body}
<div class="newsletter-signup"><p>Sign up for our letter and have the best of our reporting every morning.</p></div>
</article>
<section id="comments"><h2>Comments (2)</h2><p>Borska must give in at once, says a reader who has never been there.</p></section>
</main>
<aside class="sidebar"><h3>Most read</h3><ol><li><a href="/1">Borska says that it wants peace with everybody</a></li>
<li><a href="/2">Novak warns Alden over fish</a></li></ol></aside>
<footer><p>© 2024 The Harbour Gazette. All rights reserved. Borska’s government reads us too.</p></footer>
</body></html>
"""

BETWEEN = """<aside class="related-articles"><h3>Related</h3><ul><li><a href="/3">Novak: no talks before the spring</a></li></ul>
</aside><p><a href="/4">Read more: Borska threatens to close the strait</a></p><div class="ad-slot">Advertisement</div>
<p class="promo"><strong>Watch:</strong> <a href="/5">The minister warns Borska on the quay</a></p>
"""


def news(title: str, body: str) -> str:
    """Give an article of a newspaper with everything that stands around one."""
    return HEAD.format(title=html.escape(title)) + AROUND.format(title=html.escape(title), body=body)


def article(title: str, paragraphs: Sequence[str]) -> str:
    """Give a newspaper's page with paragraphs, and teasers between them."""
    written = [f"<p>{html.escape(p, quote=False)}</p>" for p in paragraphs]
    return news(title, "\n".join([*written[:2], BETWEEN, *written[2:]]))


def ministry(title: str, paragraphs: Sequence[str], site: str = "https://www.mfa.gov.cn/eng/x.html") -> str:
    """Give a ministry's page: tables for layout, line breaks for paragraphs, no metadata but the address it was saved from."""
    lines = "<br><br>\n".join(html.escape(p, quote=False) for p in paragraphs)
    return f"""<html><!-- saved from url=({len(site):04d}){site} --><head><meta http-equiv="Content-Type"
content="text/html; charset=gb2312"><title>{html.escape(title)}_Ministry</title></head><body><div id="nav"><a href="/">Home</a> &gt;
<a href="/n">News</a></div><table><tr><td width="700"><div id="News_Body_Title">{html.escape(title)}</div><div class="txt">
{lines}</div></td><td class="right"><a href="/a">Spokesperson’s remarks</a><br><a href="/b">Policies and activities</a></td>
</tr></table><div class="foot">Address: No. 1, Long Road. Contact us. Copyright.</div></body></html>"""
