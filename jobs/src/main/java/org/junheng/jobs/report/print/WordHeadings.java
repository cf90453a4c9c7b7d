package org.junheng.jobs.report.print;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Two levels of headings, known to the navigation of an office program by their outline levels. */
final class WordHeadings {
    private static final int LEVELS = 2;
    private static final int BEFORE = 280;
    private static final int AFTER = 80;

    private WordHeadings() {}

    static String style(int level) {
        return "Heading" + level;
    }

    static void define(XWPFDocument document) {
        XWPFStyles styles = document.createStyles();
        for (int level = 1; level <= LEVELS; level++) {
            CTStyle style = CTStyle.Factory.newInstance();
            style.setStyleId(style(level));
            style.setType(STStyleType.PARAGRAPH);
            style.addNewName().setVal("heading " + level);
            style.addNewQFormat();
            var paragraph = style.addNewPPr();
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
            var spacing = paragraph.addNewSpacing();
            spacing.setBefore(BigInteger.valueOf(BEFORE));
            spacing.setAfter(BigInteger.valueOf(AFTER));
            styles.addStyle(new XWPFStyle(style));
        }
    }
}
