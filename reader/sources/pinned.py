"""Connections to the very addresses that were judged: no second look-up comes between judgement and connection."""

from collections.abc import Iterable
from ssl import SSLContext

import httpcore
import httpx

from reader.document.origin import Origin
from reader.sources.addresses import Names, PrivateError, judged
from reader.sources.proxies import is_private_name, proxies, proxy_for, through

_NEXT_AFTER = 1.0
"""Seconds after which a host's next address is tried; its last one has all the time that is left."""
_CONNECTIONS = 100
_KEPT = 20
_KEPT_SECONDS = 5.0


class Guarded(httpx.AsyncBaseTransport):
    """Passes requests on to where their `origin` (an extension, Origin.FOUND without) may lead.

    An answer's extension `is_private` says whether its host is in a private network, `location` where it redirects.
    """

    def __init__(self, inner: httpx.AsyncBaseTransport, names: Names, secure: SSLContext | None) -> None:
        """*inner* connects to the addresses of *names*; without *secure*, there are no proxies."""
        self._inner = inner
        self._names = names
        self._secure = secure
        self._proxies = proxies() if secure else {}
        self._through: dict[str, httpx.AsyncHTTPTransport] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The answer. Raises PrivateError, and httpx's errors."""
        url, origin = str(request.url), request.extensions.get("origin", Origin.FOUND)
        host = request.url.raw_host.decode("ascii")
        proxy = proxy_for(request.url, self._proxies) if self._proxies else ""
        if proxy:
            is_private = is_private_name(host)
            if is_private and origin is not Origin.TYPED:
                raise PrivateError(url)
        else:
            is_private = judged(url, await self._names.of(host), origin)
        answer = await self._by(proxy, url).handle_async_request(request)
        answer.extensions["is_private"] = is_private
        if (
            answer.has_redirect_location
        ):  # so that httpx, which reads it otherwise than we do, leaves it alone
            answer.extensions["location"] = answer.headers.pop("location")
        return answer

    def _by(self, proxy: str, url: str) -> httpx.AsyncBaseTransport:
        if not proxy or self._secure is None:
            return self._inner
        if proxy not in self._through:
            self._through[proxy] = through(proxy, url, self._secure)
        return self._through[proxy]

    async def aclose(self) -> None:
        """Close all connections."""
        for each in (self._inner, *self._through.values()):
            await each.aclose()


class Pinned(httpx.AsyncHTTPTransport):
    """httpx's transport, connected to the addresses of *names*. TLS verifies the host's name as ever."""

    def __init__(self, names: Names, secure: SSLContext, *, http2: bool) -> None:
        super().__init__(verify=secure)
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=secure,
            max_connections=_CONNECTIONS,
            max_keepalive_connections=_KEPT,
            keepalive_expiry=_KEPT_SECONDS,
            http2=http2,
            network_backend=Backend(names, httpcore.AnyIOBackend()),
        )


class Backend(httpcore.AsyncNetworkBackend):
    """Opens connections by *inner*, to the addresses of *names* and to no others."""

    def __init__(self, names: Names, inner: httpcore.AsyncNetworkBackend) -> None:
        self._names = names
        self._inner = inner

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to the first address of *host* that answers."""
        *others, last = await self._names.of(host)
        short = _NEXT_AFTER if timeout is None else min(_NEXT_AFTER, timeout)
        for address in others:
            try:
                return await self._inner.connect_tcp(address, port, short, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._inner.connect_tcp(last, port, timeout, local_address, socket_options)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await self._inner.sleep(seconds)
