"""Fair turns: what waits, in the order in which it is due."""

from hypothesis import given
from hypothesis import strategies as st

from bot.discord_ui.waiting.turns import Seat, Turns

seats = st.builds(Seat, st.sampled_from(["a", "b", None]), st.sampled_from(["1", "2", "3"]))


def _drained(turns: Turns[object]) -> list[object]:
    return [turns.next() for _ in range(len(turns))]


def test_servers_take_turns_and_within_each_its_members() -> None:
    """A member waits for one question of each other member, and a server for one of each other server."""
    turns: Turns[object] = Turns()
    for server, person, item in [
        ("a", "1", "a1 first"),
        ("a", "1", "a1 second"),
        ("a", "1", "a1 third"),
        ("a", "2", "a2"),
        ("b", "3", "b3"),
        (None, "1", "direct"),
    ]:
        turns.add(Seat(server, person), item)
    assert _drained(turns) == ["a1 first", "b3", "direct", "a2", "a1 second", "a1 third"]


def test_whoever_comes_back_stands_at_the_end_of_the_round() -> None:
    """A server that was served and asks again waits for those that have not been served."""
    turns: Turns[object] = Turns()
    turns.add(Seat("a", "1"), "a")
    turns.add(Seat("b", "1"), "b")
    assert turns.next() == "a"
    turns.add(Seat("a", "1"), "a again")
    assert _drained(turns) == ["b", "a again"]


@given(st.lists(seats, max_size=30))
def test_everything_comes_out_once_and_where_it_was_said_to_stand(waiting: list[Seat]) -> None:
    """Nothing is lost, each member's questions keep their order, and `ahead` counts what really comes before."""
    turns: Turns[object] = Turns()
    items = [(seat, number) for number, seat in enumerate(waiting)]
    for item in items:
        turns.add(item[0], item)
    ahead = {item: turns.ahead(item) for item in items}
    drained = _drained(turns)
    assert sorted(drained, key=str) == sorted(items, key=str)
    assert [ahead[item] for item in drained] == list(range(len(items)))  # type: ignore[index]
    for seat in set(waiting):
        mine = [item for item in drained if item[0] == seat]  # type: ignore[index]
        assert mine == [item for item in items if item[0] == seat]


@given(st.lists(seats, min_size=1, max_size=20), st.data())
def test_what_is_taken_out_leaves_the_order_of_the_rest(waiting: list[Seat], data: st.DataObject) -> None:
    """Removing one question only closes its gap within its member's own; a second time there is nothing to remove."""
    turns: Turns[object] = Turns()
    items = [(seat, number) for number, seat in enumerate(waiting)]
    for item in items:
        turns.add(item[0], item)
    gone = data.draw(st.sampled_from(items))
    assert turns.remove(gone[0], gone)
    assert not turns.remove(gone[0], gone)
    assert turns.ahead(gone) == len(turns) == len(items) - 1
    assert set(_drained(turns)) == set(items) - {gone}
