package org.junheng.jobs.report;

import java.util.List;
import java.util.Map;

/**
 * What is printed of one subject, on paper or in a document: first what a reader must know, then the pictures, then every figure.
 *
 * @param lies where the subject lies, in words
 * @param years which years, and the baseline, in words
 * @param origin which run it is, of which day, from what, in words
 * @param sentences what the numbers say; only of a province
 * @param first verdicts counted, what is not met, what is lacking
 * @param annex every verdict and every figure, where they are wanted
 * @param reading how to read it
 */
public record PrintedPage(
        Wording wording,
        String type,
        String code,
        String name,
        String lies,
        String years,
        String origin,
        List<Sentence> sentences,
        List<DossierPage.Part> first,
        List<Picture> pictures,
        List<DossierPage.Part> annex,
        List<String> reading) {

    private static final int SHORT = 10;

    public String text(String key) {
        return wording.text("print." + key);
    }

    public String text(String key, String hole, String filling) {
        return wording.text("print." + key, Map.of(hole, filling));
    }

    /** What stands above every page. */
    public String title() {
        return name + " " + wording.text("page.title");
    }

    public String notes() {
        return wording.text("page.dossier.notes");
    }

    /** That a table is cut, and where the rest of it is. */
    public String left(Grid grid) {
        return text("left", "n", Integer.toString(grid.left()));
    }

    public String empty() {
        return wording.text("page.dossier.empty");
    }

    public String language() {
        return wording.language().tag();
    }

    /** The widths of the columns of a table, in percent. */
    public List<String> widths(Grid grid) {
        return ColumnShares.of(grid).stream()
                .map(share -> Numbers.plain(share * 100, 2) + "%")
                .toList();
    }

    /** Whether there is nothing to print. */
    public boolean isBare() {
        return sentences.isEmpty() && first.isEmpty() && pictures.isEmpty() && annex.isEmpty();
    }

    /** How a cell is set: numbers and short words are not broken. */
    public String style(Grid.Cell cell) {
        String size = cell.shown().length() <= SHORT ? "short" : "long";
        return size + (cell.isNumber() ? " number" : "") + (cell.verdict().isEmpty() ? "" : " " + cell.verdict());
    }

    /** The style of the sheets. */
    public String style() {
        return Assets.printStyle();
    }
}
