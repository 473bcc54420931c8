"""Feeds: each entry is a document, whatever the feed got wrong."""

import pytest

from tests.formats.containers import read

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>News</title><language>en</language>
<item><title>Talks &amp;amp; &lt;b&gt;more&lt;/b&gt;</title>
<pubDate>Sun, 24 Nov 2019 23:30:00 -0500</pubDate>
<dc:creator>Ann Roe</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>They met.</p><p>They <em>signed</em>.</p>]]></content:encoded></item>
<item><title>Only a title</title></item>
<item><title>Plain</title>
<description>AT&T and Sund &mdash; friends&nbsp;now.</description><pubDate>someday</pubDate></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<entry><title type="html">One</title><updated>2020-01-02T03:04:05Z</updated>
<published>2020-01-01T00:00:00Z</published><author><name>Jon Vik</name><email>j@x</email></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>A &lt; b.</p><ul><li>item</li></ul></div></content></entry>
<entry><title>Two</title><summary>Later.</summary><updated>2999-01-01</updated></entry></feed>"""


def test_the_entries_of_a_feed_are_documents() -> None:
    documents, reasons = read(RSS.encode(), "a.rss")
    assert not reasons
    assert list(documents) == ["a.rss#1", "a.rss#2", "a.rss#3"]
    first = documents["a.rss#1"]
    assert (first.title, first.date, first.author) == ("Talks & more", "2019-11-24", "Ann Roe")
    assert (first.text, first.language) == ("They met.\n\nThey signed.", "en")
    assert documents["a.rss#2"].text == "Only a title"
    assert documents["a.rss#3"].text == "AT&T and Sund — friends\xa0now."
    assert documents["a.rss#3"].date is None


def test_atom_is_read_with_its_markup() -> None:
    documents, _ = read(ATOM.encode(), "a.xml")
    first, second = documents.values()
    assert (first.title, first.date, first.author) == ("One", "2020-01-01", "Jon Vik")
    assert first.text == "A < b.\n\nitem"
    assert [block.kind for block in first.blocks] == ["paragraph", "item"]
    assert second.date == "2999-01-01"


def test_the_old_kind_has_its_entries_beside_the_channel() -> None:
    feed = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/"><channel><title>x</title></channel>
    <item><title>One</title><description>Words.</description></item></rdf:RDF>"""
    assert [one.text for one in read(feed.encode(), "a.rdf")[0].values()] == ["Words."]


def test_control_bytes_and_wrong_encodings_cost_nothing() -> None:
    feed = RSS.replace("Only a title", "Zürich\x1b[2J &#27;]0;x\x07 &#x9b;")
    for data in (feed.encode(), feed.replace("UTF-8", "us-ascii").encode(), feed.encode("utf-16")):
        documents, reasons = read(data, "a.rss")
        assert not any(one in documents["a.rss#2"].text for one in "\x1b\x07\x9b")
        assert documents["a.rss#2"].text.startswith("Zürich")
        assert not reasons
    latin = feed.replace("UTF-8", "iso-8859-1").encode("latin-1", "replace")
    assert read(latin, "a.rss")[0]["a.rss#2"].text.startswith("Zürich")


def test_a_feed_that_is_cut_off_gives_what_stands_before() -> None:
    data = RSS.encode()
    documents, reasons = read(data[: data.index(b"Only a title")], "a.rss")
    assert list(documents) == ["a.rss#1"]
    assert "damaged XML" in reasons["a.rss"]


def test_entities_of_its_own_are_not_expanded() -> None:
    feed = '<!DOCTYPE rss [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + RSS.partition("?>")[2]
    assert "declares entities" in read(feed.replace("Short", "&e;").encode(), "a.rss")[1]["a.rss"]


def test_a_hundred_thousand_entries_are_cut_and_said() -> None:
    items = "<item><title>One</title></item>" * 100_000
    documents, reasons = read(
        f"<rss><channel>{items}</channel></rss>".encode(), "a.rss", entries=50
    )
    assert len(documents) == 50
    assert reasons["a.rss"] == "only 50 of 100,000 entries are read (limit entries)"


@pytest.mark.parametrize("path", ["a.xml", "a.txt", "a.rss"])
def test_a_feed_is_known_by_what_is_in_it(path: str) -> None:
    assert read(RSS.encode(), path)[0][f"{path}#1"].format == "feed"


def test_other_xml_is_no_feed() -> None:
    assert read(b"<config><a/></config>", "a.xml")[1] == {
        "a.xml": "XML, but neither a feed nor a page"
    }
