"""Many feeds asked at once: what changed comes, what did not costs nothing, and a bad server harms itself alone."""

import asyncio
from collections.abc import Callable
from contextlib import aclosing

import httpx
import pytest

from reader.document.feed import Answer, Question
from reader.document.origin import Origin
from reader.errors import SourceError
from reader.sources.feeds.apart import Apart
from reader.sources.feeds.asking import MOST_WAIT, ask
from reader.sources.feeds.lanes import Lanes
from tests.sources.test_feeds import RSS

Handler = Callable[[httpx.Request], httpx.Response]
URI = "https://news.example/feed"
XML = {"content-type": "application/rss+xml; charset=utf-8"}


def asked(handler: Handler, *questions: Question, seconds: float = 5.0) -> dict[str, Answer]:
    """The answers by address; everybody's address is public."""

    async def collect() -> dict[str, Answer]:
        transport = httpx.MockTransport(handler)
        coming = ask(questions, seconds=seconds, transport=transport, resolver=lambda _: ["93.184.216.34"])
        return {answer.asked: answer async for answer in coming}

    return asyncio.run(collect())


def one(handler: Handler, question: Question | None = None) -> Answer:
    (answer,) = asked(handler, question or Question(URI)).values()
    return answer


def reply(status: int = 200, body: str = RSS, **headers: str) -> Handler:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: httpx.Response(status, headers={**XML, **named}, stream=httpx.ByteStream(body.encode()))


def test_what_is_new_comes_with_its_validators() -> None:
    answer = one(reply(etag='"1"', last_modified="Tue, 14 Nov 2023 21:13:20 GMT"))
    assert (answer.title, answer.link, answer.problem) == ("The News", "https://news.example/", "")
    assert answer.arrivals is not None
    assert [each.article.text for each in answer.arrivals] == ["one\nAbout one.", "two\nAbout two."]
    assert answer.arrivals[0].article.published == "2023-11-14T21:13:20+00:00"
    assert (answer.etag, answer.modified) == ('"1"', "Tue, 14 Nov 2023 21:13:20 GMT")


def test_what_has_not_changed_is_not_sent_again() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        assert request.headers["if-none-match"] == '"1"'
        assert request.headers["if-modified-since"] == "yesterday"
        return httpx.Response(304)

    assert one(handler, Question(URI, '"1"', "yesterday")) == Answer(URI, is_private=False)


@pytest.mark.parametrize(("status", "moved"), [(301, True), (308, True), (302, False), (307, False)])
def test_where_a_feed_is_for_good_is_told(status: int, moved: bool) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/feed":
            return httpx.Response(status, headers={"location": "/new"})
        return reply()(request)

    assert one(handler).moved == ("https://news.example/new" if moved else "")


def test_behind_a_redirect_for_now_nothing_is_for_good() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        there = {"/feed": (302, "/b"), "/b": (301, "/c")}.get(request.url.path)
        return httpx.Response(there[0], headers={"location": there[1]}) if there else reply()(request)

    assert one(handler).moved == ""


def test_a_server_that_asks_for_peace_gets_it() -> None:
    answer = one(reply(429, retry_after="3600"))
    assert answer.wait == 3600
    assert "429" in answer.problem
    assert one(reply(503, retry_after="999999999999")).wait == MOST_WAIT


def test_a_feed_that_is_gone_is_told_apart() -> None:
    gone, lost = one(reply(410)), one(reply(404))
    assert gone.is_gone
    assert not lost.is_gone
    assert "404" in lost.problem


@pytest.mark.parametrize(
    ("handler", "said"),
    [
        (reply(body="<html><body>Hello</body></html>", content_type="text/html"), "no feed"),
        (reply(302, location="https://127.0.0.1/feed"), "private network"),
        (reply(302, location="http://news.example/feed"), "from https to http"),
        (reply(302, location="file:///etc/passwd"), "not opened"),
        (reply(302, location="/feed"), "redirects more than"),
        (reply(content_encoding="br"), "not asked for"),
        (reply(content_encoding="gzip"), "compression is broken"),
        (reply(body="<rss>" + "A" * 11_000_000), "larger than"),
    ],
    ids=["page", "private", "downgrade", "file", "loop", "brotli", "broken", "large"],
)
def test_a_bad_answer_is_a_sentence(handler: Handler, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = one(handler)
    assert said in answer.problem
    assert answer.arrivals is None


def test_a_server_that_hangs_holds_up_nobody_else() -> None:
    async def handler(request: httpx.Request) -> httpx.Response:
        if "slow" in request.url.host:
            await asyncio.Event().wait()
        return reply()(request)

    async def first_six() -> list[Answer]:
        questions = [Question(f"https://slow{number}.example/") for number in range(4)]
        questions += [Question(f"https://news{number}.example/") for number in range(6)]
        transport = httpx.MockTransport(handler)
        lanes = Lanes(2, patience=0.1)
        coming = ask(questions, lanes=lanes, transport=transport, resolver=lambda _: ["93.184.216.34"])
        async with aclosing(coming):
            return [await anext(coming) for _ in range(6)]

    assert all("news" in answer.asked and not answer.problem for answer in asyncio.run(first_six()))


def test_what_nobody_foresaw_is_the_problem_of_one_feed_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEWSREADER_DEBUG")

    def handler(request: httpx.Request) -> httpx.Response:
        if "odd" in request.url.host:
            raise ZeroDivisionError("nobody foresaw this")
        return reply()(request)

    odd = Question("https://odd.example/")
    answers = asked(handler, odd, Question(URI))
    problem = answers[odd.uri].problem
    assert problem.startswith("this feed cannot be read: this is a fault of newsreader (ZeroDivisionError)")
    assert answers[URI].arrivals


@pytest.mark.parametrize("after", ["Mon, 01 Jan 2026 00:00:00 -9999999999999", "9" * 5_000, "-1"])
def test_a_time_that_is_none_stops_no_feed(after: str) -> None:
    answers = asked(
        lambda request: (
            reply(429, retry_after=after)(request) if "odd" in request.url.host else reply()(request)
        ),
        Question("https://odd.example/"),
        Question(URI),
    )
    assert "429" in answers["https://odd.example/"].problem
    assert answers[URI].arrivals


def test_a_feed_whose_validator_no_header_can_hold_is_asked_for_all_of_it() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        assert "if-none-match" not in request.headers
        return reply()(request)

    assert one(handler, Question(URI, '"\xe9"')).arrivals


def test_a_host_is_asked_few_things_at_a_time() -> None:
    most = now = 0

    async def pass_through(lanes: Lanes, url: str) -> None:
        nonlocal most, now
        async with lanes.lane(url):
            now += 1
            most = max(most, now)
            await asyncio.sleep(0.01)
            now -= 1

    async def run(host: str) -> int:
        nonlocal most
        most = 0
        lanes = Lanes(8)
        await asyncio.gather(*(pass_through(lanes, f"https://{host}/{number}") for number in range(20)))
        return most

    assert asyncio.run(run("news.example")) == 2
    assert asyncio.run(run("127.0.0.1")) == 8


def test_a_feed_that_takes_too_long_to_read_is_given_up_and_the_next_is_read() -> None:
    async def run() -> tuple[str, str]:
        async with Apart(60) as reading:
            assert (await reading.read(RSS.encode(), URI, ""))["title"] == "The News"
            assert reading._child is not None
            reading._seconds = 0.5
            reading._child.process.send_signal(19)  # SIGSTOP: as if it read for ever
            with pytest.raises(SourceError, match="takes longer") as late:
                await reading.read(RSS.encode(), URI, "")
            reading._seconds = 60
            return late.value.reason, (await reading.read(RSS.encode(), URI, ""))["title"]

    assert asyncio.run(run())[1] == "The News"


def test_a_feed_that_ends_its_reader_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    async def run() -> None:
        async with Apart() as reading:
            await reading.read(RSS.encode(), URI, "")
            assert reading._child is not None
            reading._child.process.kill()
            with pytest.raises(
                SourceError, match="cannot be read: the process that did it was ended by signal 9"
            ):
                await reading.read(RSS.encode(), URI, "")
            await reading.read(RSS.encode(), URI, "")

    asyncio.run(run())


def test_a_servers_words_are_shown_short_and_without_control_sequences() -> None:
    words = b"\x1b]0;X\x07" + b"x" * 5_000
    answer = one(lambda _: httpx.Response(418, extensions={"reason_phrase": words}))
    assert answer.problem.startswith("the server answered 418 (␛]0;X␇x")
    assert len(answer.problem) < 200


@pytest.mark.parametrize(
    "wait", ["9" * 5_000, "Fri, 31 Dec 99999 23:59:59 GMT", "Fri, 31 Dec 9999 23:59:59 -9999"]
)
def test_a_wait_beyond_reason_is_bounded_and_the_feed_is_read(wait: str) -> None:
    answer = one(reply(503, retry_after=wait))
    assert "503" in answer.problem
    assert answer.wait <= MOST_WAIT


def test_a_feed_whose_validators_no_header_can_hold_is_asked_for_whole() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        assert "if-none-match" not in request.headers
        assert "if-modified-since" not in request.headers
        return reply()(request)

    assert one(handler, Question(URI, "“é”", "gestern\n")).arrivals


def test_a_feed_is_asked_for_in_a_private_network_only_where_the_reader_typed_it() -> None:
    url = "http://127.0.0.1/feed"
    assert "private network" in asked(reply(), Question(url))[url].problem
    answer = asked(reply(), Question(url, origin=Origin.TYPED))[url]
    assert (answer.problem, answer.is_private) == ("", True)
