"""What a document might hold to command a terminal. Each carries a mark that nothing else bears."""

MARK = "7391"
"""In every sequence of a payload; the program itself never sends this number."""

PAYLOADS = {
    "clipboard": "\x1b]52;c;NzM5MQ==\x07",
    "clipboard, other end": "\x1b]52;c;7391\x1b\\",
    "window title": "\x1b]0;7391\x1b\\",
    "hyperlink": "\x1b]8;;http://7391.example\x07words\x1b]8;;7391\x07",
    "cursor": "\x1b[7391;1H",
    "colour": "\x1b[38;5;7391m",
    "mode": "\x1b[?7391h",
    "question": "\x1b[7391n",
    "device control": "\x1bP7391\x1b\\",
    "program command": "\x1b_7391\x1b\\",
    "one-byte introducer": "\x9b7391m",
    "one-byte operating system command": "\x9d0;7391\x9c",
    "overwriting": "agreed 7391\rrefused\b\b\x7f\x0b\x0c\x07",
    "right to left": "\u202e7391\u2066",
    "unterminated": "\x1b]7391;c",
}
EVERYTHING = " ".join(PAYLOADS.values())
MARKUP = "[/foo] [bold [@click=app.exit]x[/] [link=file:///]y[/link] {{ $(7391) `7391`"

XML = "".join(one for one in EVERYTHING if one in "\t\n\r" or one >= " ")
"""What of it may stand in XML: no C0; the parsers of XML refuse a file that has them."""
ENTITIES = "&#27;]52;c;NzM5MQ==&#7; &#x1b;[7391;1H &#x9b;7391m &#155;7391n [/foo]"
"""The same where a parser makes the characters."""
NAME = EVERYTHING.replace("/", "") + " [/foo] [bold"
"""The same in the name of a file."""
