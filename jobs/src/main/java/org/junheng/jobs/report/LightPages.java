package org.junheng.jobs.report;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junheng.jobs.report.DossierPage.Link;
import org.junheng.jobs.report.DossierPage.Part;

/**
 * Pages that stay light however much there is to say: the largest tables, and the last pictures, of a page that would be too heavy stand on pages of their own,
 * to which it leads. A table that is too heavy even for a page of its own is cut, and the page says by how much.
 */
record LightPages(TemplateEngine templates) {
    /** Bytes of a page; a reader who sends one page by mail, or opens it on a telephone, can. */
    static final int MOST = 295_000;

    /** Bytes of the pictures of a page, so that its tables find room. */
    private static final int MOST_PICTURES = 150_000;

    /** A page as it is written, and its file below the folder of the report. */
    record Written(String file, Utf8ByteOutput html) {}

    /** A page and those of what it has no room for; the page itself first. */
    List<Written> of(DossierPage page, String file) {
        Utf8ByteOutput whole = html(page);
        return whole.getContentLength() < MOST ? List.of(new Written(file, whole)) : parted(page, file);
    }

    private List<Written> parted(DossierPage page, String file) {
        List<Written> written = new ArrayList<>();
        DossierPage light = lightPictures(page, file, written);
        Utf8ByteOutput html = html(light);
        while (html.getContentLength() >= MOST && !light.standing().isEmpty()) {
            Part heaviest = heaviest(light.standing());
            String own = beside(file, heaviest.id());
            written.add(cut(page.some(List.of(), List.of(heaviest), name(file)), own));
            light = light.with(
                    light.pictures(),
                    light.parts().stream()
                            .map(part -> part.equals(heaviest) ? part.on(name(own)) : part)
                            .toList());
            html = html(light);
        }
        written.add(0, new Written(file, html));
        return written;
    }

    /** The overview, and on pages of their own the tables that it has no room for; the estimates of very many effects are in the workbook then. */
    Page overview(Page page) {
        Page light = page;
        while (isHeavy(light) && !light.standing().isEmpty()) {
            light = light.listing(heaviest(light.standing()));
        }
        return isHeavy(light) ? light.brief() : light;
    }

    private boolean isHeavy(Page page) {
        return html("report.jte", Map.of("page", page)).getContentLength() >= MOST;
    }

    /** A page with as many of its pictures as it has room for. */
    private DossierPage lightPictures(DossierPage page, String file, List<Written> written) {
        List<List<Picture>> sheets = sheets(page);
        if (sheets.size() < 2) {
            return page;
        }
        List<Link> further = new ArrayList<>();
        for (int i = 1; i < sheets.size(); i++) {
            String own = beside(file, "pictures-" + (i + 1));
            written.add(new Written(own, html(page.some(sheets.get(i), List.of(), name(file)))));
            further.add(new Link(page.text("pictures.further", "n", Integer.toString(i + 1)), name(own)));
        }
        return page.with(sheets.get(0), page.parts()).further(further);
    }

    /** The pictures of a page in their order, as many together as one page holds. */
    private List<List<Picture>> sheets(DossierPage page) {
        List<List<Picture>> sheets = new ArrayList<>();
        int used = MOST_PICTURES;
        for (Picture picture : page.pictures()) {
            int bytes = html("picture.jte", Map.of("picture", picture, "behind", ""))
                    .getContentLength();
            if (used + bytes > MOST_PICTURES) {
                sheets.add(new ArrayList<>());
                used = 0;
            }
            sheets.get(sheets.size() - 1).add(picture);
            used += bytes;
        }
        return sheets;
    }

    private Part heaviest(List<Part> parts) {
        return parts.stream()
                .max(Comparator.comparingInt(part -> html("grid.jte", Map.of("grid", part.grid(), "name", part.title()))
                        .getContentLength()))
                .orElseThrow();
    }

    /** A page of one table, with as many of its rows as it holds. */
    Written cut(DossierPage page, String file) {
        Part whole = page.parts().get(0);
        return IntStream.iterate(whole.grid().rows().size(), rows -> rows >= 0, rows -> rows == 0 ? -1 : rows * 3 / 4)
                .mapToObj(rows -> html(page.with(List.of(), List.of(whole.first(rows)))))
                .filter(html -> html.getContentLength() < MOST)
                .findFirst()
                .map(html -> new Written(file, html))
                .orElseThrow(() -> new IllegalStateException("a row of " + whole.id() + " fills a page"));
    }

    private Utf8ByteOutput html(DossierPage page) {
        return html("dossier.jte", Map.of("page", page));
    }

    Utf8ByteOutput html(String template, Map<String, Object> filling) {
        Utf8ByteOutput html = new Utf8ByteOutput();
        templates.render(template, filling, html);
        return html;
    }

    private static String beside(String file, String id) {
        return file.replaceAll("html$", id + ".html");
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
