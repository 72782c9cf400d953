"""The menu of commands that a chat offers, where its channel has such a thing."""

from __future__ import annotations

from collections.abc import Collection

COMMON = (
    "baocao", "khan", "baocaoky", "khongphatsinh", "cuatoi", "ketqua", "xoa", "huy", "tieptuc", "kenh",
    "dulieu", "caidat", "trogiup",
)  # fmt: skip
"""What everybody is offered."""

OF_ROLES = {
    "coordinator": (
        "vande", "hop", "viec", "ghiho", "chuabao", "ky", "thongbao", "the", "trongtam", "yeucau", "dot",
        "truc", "tatbao", "thamdo", "solieu", "chuongtrinh", "doingu", "ban",
    ),
    "duty": ("vande", "ghiho", "truc", "ban"),
    "leader": ("vande", "hop", "solieu", "ban"),
    "unit": ("phieu",),
    "administrator": ("doingu", "ban"),
    "observer": ("solieu", "ban"),
}  # fmt: skip
"""What people with these roles are offered before it."""


def own_of(roles: Collection[str]) -> list[str]:
    """The commands of these roles' own work."""
    return list(dict.fromkeys(one for role, of in OF_ROLES.items() if role in roles for one in of))


def menu_of(roles: Collection[str]) -> list[str]:
    """The commands of a chat whose person has these roles; none: no menu but the common one."""
    own = own_of(roles)
    return [*own, *COMMON] if own else []
