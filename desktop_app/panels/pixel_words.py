"""The sum behind a map pixel in words, one line for each step."""

from __future__ import annotations

from desktop_app.formatting.local import local
from desktop_app.translation import tr
from model.pixel import PixelSum


def in_words(found: PixelSum, value: float, channel: int) -> str:
    """Write out sum, bias, ReLU and result, one line each, every number rounded on its own.

    Args:
        found: the computation.
        value: value of the pixel computed by the network.
        channel: channel whose share of the sum is shown, if there are several; from 0.
    """
    products = float(found.products.sum())
    lines = []
    if len(found.channels) > 1:
        lines.append(
            tr("channel {channel}: sum of {count} products ≈ {sum:.4f}").format(
                channel=channel + 1,
                count=found.products[0].size,
                sum=local(found.by_channel[channel]),
            )
        )
    match found.kind:
        case "conv":
            lines += [
                tr("sum of {count} products ≈ {sum:.4f}").format(
                    count=found.products.size, sum=local(products)
                ),
                tr("{products:.4f} + bias {bias:.4f} ≈ {sum:.4f}").format(
                    products=local(products), bias=local(found.bias), sum=local(found.sum)
                ),
            ]
        case "max_pool":
            lines.append(
                tr("maximum of {count} values = {sum:.4f}").format(
                    count=int(found.inside.sum()), sum=local(found.sum)
                )
            )
        case "mean_pool":
            lines.append(
                tr("average of {count} values ≈ {sum:.4f}").format(
                    count=int(found.inside.sum()), sum=local(found.sum)
                )
            )
        case "norm":
            gain = float(found.weights[0, 0, 0])
            lines.append(
                tr("{value:.4f} · gain {gain:.4f} + shift {bias:.4f} ≈ {sum:.4f}").format(
                    value=local(found.patch[0, 0, 0]),
                    gain=local(gain),
                    bias=local(found.bias),
                    sum=local(found.sum),
                )
            )
    if found.rectified:
        lines.append(
            tr("ReLU: max(0, {sum:.4f}) = {value:.4f}").format(
                sum=local(found.sum), value=local(found.value)
            )
        )
    lines.append(tr("in the map: {value:.4f}").format(value=local(value)))
    return "\n".join(lines).replace("-", "−")
