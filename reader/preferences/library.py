"""The actions of the library's screen."""

from reader.preferences.action import Action


def _row(
    name: str, keys: tuple[str, ...], run: str, label: str, words: str, group: str = "Library"
) -> Action:
    return Action(f"library.{name}", keys, run, label, words, group, "library")


LIBRARY: tuple[Action, ...] = (
    _row("open", ("enter",), "open", "read", "read the article; in the left pane: to the list"),
    _row("down", ("j", "down"), "move(1)", "down", "a line down"),
    _row("up", ("k", "up"), "move(-1)", "up", "a line up"),
    _row("page.down", ("space", "pagedown"), "page(1)", "page down", "a page down"),
    _row("page.up", ("b", "pageup"), "page(-1)", "page up", "a page up"),
    _row("top", ("g", "home"), "end(False)", "top", "the first line"),
    _row("bottom", ("G", "end"), "end(True)", "end", "the last line"),
    _row("pane", ("tab", "shift+tab"), "switch_pane", "panes", "between feeds and articles"),
    _row("pane.feeds", ("h", "left"), "pane('places')", "feeds", "to the feeds and folders"),
    _row("pane.list", ("l", "right"), "pane('list')", "articles", "to the articles"),
    _row("unread.next", ("n",), "next_unread", "next unread", "the next unread article"),
    _row("filter", ("/",), "filter", "filter", "words and fields: from: speaker: place: newer:2d unread …"),
    _row("folder", ("S",), "keep_folder", "keep filter", "keep the filter as a folder of its own"),
    _row("sort", (",",), "sort", "sort", "newest, oldest, by source, by title"),
    _row("dossier", ("P",), "dossier", "dossier", "all that somebody said, in every article"),
    _row(
        "figures",
        ("#",),
        "figures",
        "figures",
        "figures of the chosen articles, or of this story, side by side",
    ),
    _row("unfold", ("U",), "unfold", "unfold", "show the same text of other outlets by itself"),
    _row("preview", ("p",), "preview", "preview", "show the outline beside the list, or hide it"),
    _row("read", ("m",), "read", "read or not", "mark as read, or as unread again", "States"),
    _row("read.all", ("A",), "read_all", "all read", "mark everything in this list as read", "States"),
    _row("star", ("*",), "star", "star", "a star, or none", "States"),
    _row("tag", ("t",), "tag", "tag", "tags", "States"),
    _row("choose", ("x",), "choose", "choose", "choose for what comes next, several if you like", "States"),
    _row("undo", ("u",), "undo", "undo", "take back the last change", "States"),
    _row("refresh", ("r",), "refresh_all", "refresh", "ask all feeds for what is new; again: stop", "Feeds"),
    _row("refresh.one", ("R",), "refresh_one", "refresh this", "ask this feed", "Feeds"),
    _row("whole", ("F",), "whole", "full text", "fetch the article's page", "Feeds"),
    _row("add", ("+",), "add_feed", "subscribe", "subscribe to a feed or a site", "Feeds"),
    _row("remove", ("D",), "remove_feed", "unsubscribe", "end the subscription to this feed", "Feeds"),
    _row("browse", ("o",), "browse", "open page", "open the page in a browser"),
    _row("keys", ("?", "f1"), "keys", "keys", "every key of the library", "Program"),
    _row("palette", (":", "ctrl+p"), "app.command_palette", "palette", "find an action by name", "Program"),
    _row("cancel", ("escape",), "leave(False)", "back", "the filter and what is chosen away", "Program"),
    _row("leave", ("q",), "leave(True)", "leave", "back; quit from the whole list", "Program"),
    _row("quit", ("ctrl+q",), "app.quit", "quit", "quit newsreader", "Program"),
)
"""Every action of the library's screen."""
