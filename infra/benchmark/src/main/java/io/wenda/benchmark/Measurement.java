package io.wenda.benchmark;

import java.util.List;

/** Something that can be measured on a set stage. */
interface Measurement {
    List<Figure> figures(Stage stage, Options options) throws Exception;
}
