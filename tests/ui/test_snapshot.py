import numpy as np
from PySide6.QtCore import QByteArray, QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop_app.panels.colours import ACTIVATION_MAP, table
from desktop_app.panels.feature_maps import FeatureMaps
from desktop_app.ui.snapshot import MARGIN, Snapshot


def test_each_feature_map_of_an_svg_has_its_own_pixels(qtbot):
    maps = FeatureMaps()
    qtbot.addWidget(maps)
    maps.resize(900, 300)
    maps.show()
    qtbot.waitExposed(maps)
    maps.grid.show_layer((2, 100, 13), np.ones((2, 3, 3), np.float32), signed=False)
    maps.show_maps(np.stack([np.zeros((100, 13)), np.ones((100, 13))]).astype(np.float32))
    renderer = QSvgRenderer(QByteArray(Snapshot.of(maps).svg()))
    image = QImage(renderer.viewBox().size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    seen = [
        image.pixel(at.center().toPoint() + QPoint(MARGIN, MARGIN))
        for at in (cell.map for cell in maps.grid.cells())
    ]
    assert seen == [table(ACTIVATION_MAP)[0], table(ACTIVATION_MAP)[255]]
