from tequio.core.actors import NOBODY, SYSTEM, Actor, ActorKind


def test_nobody_and_the_system_have_no_key():
    assert [NOBODY.key, SYSTEM.key] == ["", ""]
    assert [NOBODY.kind, SYSTEM.kind] == [ActorKind.NOBODY, ActorKind.SYSTEM]


def test_actors_are_the_same_when_kind_and_key_are():
    ana = Actor(ActorKind.FACILITATOR, "0f3a9c1d22b4e567")

    assert {ana, Actor(ActorKind.FACILITATOR, "0f3a9c1d22b4e567")} == {ana}
    assert ana != Actor(ActorKind.ORGANIZATION, "0f3a9c1d22b4e567")
