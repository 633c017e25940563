package org.unfoldlab.viz.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.unfoldlab.viz.theme.Look;

class HeatMapTest {
    private static final Box AREA = new Box(0, 0, 400, 120);

    @Test
    void aColumnIsCentredOnItsTime() {
        RecordingSurface surface = new RecordingSurface();
        Frame frame = HeatMapPainter.draw(Samples.allChannels(4, 8), Look.DEFAULT, AREA, Gutters.FITTING, surface);
        double width = frame.x().toPx(2) - frame.x().toPx(1);
        assertThat(surface.fills).anySatisfy(cell -> {
            assertThat(cell.centerX()).isCloseTo(frame.x().toPx(1), within(1e-6));
            assertThat(cell.width()).isCloseTo(width, within(1e-6));
        });
    }

    @Test
    void meansAreWhiteAtZeroWhateverTheirRange() {
        HeatMap map = map(new double[][] {{-0.2, 0, 1}});
        assertThat(map.range().lo()).isEqualTo(-1);
        assertThat(ColorScale.DIVERGING.at(0.5)).isEqualTo(Color.rgb(0xF5, 0xF5, 0xF5));
    }

    @Test
    void moreRowsThanPixelsKeepTheExtremes() {
        double[][] values = new double[1000][1];
        values[517][0] = 5;
        RecordingSurface surface = new RecordingSurface();
        HeatMapPainter.draw(map(values), Look.DEFAULT, AREA, Gutters.FITTING, surface);
        assertThat(surface.colors).contains(ColorScale.DIVERGING.at(1));
    }

    @Test
    void anUnknownCellIsLeftToTheHatching() {
        RecordingSurface surface = new RecordingSurface();
        HeatMapPainter.draw(map(new double[][] {{Double.NaN, 1}}), Look.DEFAULT, AREA, Gutters.FITTING, surface);
        assertThat(surface.hatches).hasSize(1);
        assertThat(surface.said()).contains("-1", "1");
    }

    @Test
    void cividisRunsFromDarkToLight() {
        double before = -1;
        for (int i = 0; i <= 20; i++) {
            double brightness = ColorScale.CIVIDIS.at(i / 20.0).grayscale().getRed();
            assertThat(brightness).isGreaterThan(before);
            before = brightness;
        }
    }

    private static HeatMap map(double[][] values) {
        List<String> names = new ArrayList<>();
        for (int row = 0; row < values.length; row++) {
            names.add("channel " + row);
        }
        return new HeatMap("Means", "", Axis.time(0, 4), 1, names, values, ColorScale.DIVERGING);
    }
}
