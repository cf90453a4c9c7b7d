package org.junheng.jobs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junheng.Catalogue;
import org.junheng.jobs.publish.Dictionary;
import org.junheng.metric.Definition;
import org.junit.jupiter.api.Test;

class DictionaryPageTest {
    /** Every metric has its heading, its place in the list and its formula. */
    @Test
    void holdsEveryMetricOfTheCatalogue() {
        String page = DictionaryPage.of(Dictionary.markdown());
        for (Definition metric : Catalogue.definitions()) {
            assertTrue(page.contains("<h2 id=\"" + metric.id() + "\">"), metric.id());
            assertTrue(page.contains("<li><a href=\"#" + metric.id() + "\">"), metric.id());
        }
        assertTrue(page.contains("<code>sqrt(sum(w (x - m)^2) / sum(w)) / m, m = sum(w x) / sum(w)</code>"));
        assertTrue(page.contains("YN-01 学区由公办优质学校牵头 | a public quality school leads each school district"));
        assertEquals(page.split("<ul>", -1).length, page.split("</ul>", -1).length);
    }

    @Test
    void whatLooksLikeMarkupStaysText() {
        String page = DictionaryPage.of("## a.b · <script>\n\n- **x**: `a < b` & \"c\"\n");
        assertFalse(page.contains("<script"), page);
        assertTrue(page.contains("<li><b>x</b>: <code>a &lt; b</code> &amp; &quot;c&quot;</li>"), page);
    }
}
