package org.junheng.jobs.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** XML of a workbook, read event by event: no document type, no entity but the five of XML, nothing fetched. */
final class Xml {
    private static final XMLInputFactory FACTORY = factory();

    private final ZipPart part;
    private final XMLStreamReader reader;

    Xml(ZipPart part) throws IOException {
        this.part = part;
        this.reader = open(new Kept(part));
    }

    /** The parser closes what it has read to the end; the checksum is looked at after that. */
    private static final class Kept extends FilterInputStream {
        Kept(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] block, int offset, int length) throws IOException {
            return in.read(block, offset, length);
        }

        @Override
        public void close() {
            // whoever opened the part closes it
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    private static synchronized XMLStreamReader open(InputStream in) throws IOException {
        try {
            return FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            throw cause(e);
        }
    }

    /** The name of the next element that begins; {@code /name} of one that ends; null at the end of the part. */
    @Nullable
    String next() throws IOException {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new ZipException("a document type");
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    return reader.getLocalName();
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    return "/" + reader.getLocalName();
                }
            }
            part.drain();
            return null;
        } catch (XMLStreamException e) {
            throw cause(e);
        }
    }

    /** The text up to the end of the element just begun, whose children have none of their own. */
    String text() throws IOException {
        try {
            return reader.getElementText();
        } catch (XMLStreamException e) {
            throw cause(e);
        }
    }

    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** An attribute of the relationships namespace, as {@code r:id}. */
    String relationship() {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            if (reader.getAttributeLocalName(i).equals("id") && namespace != null && !namespace.isEmpty()) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    private static IOException cause(XMLStreamException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof IOException io) {
                return io;
            }
        }
        Throwable nested = e.getNestedException();
        return nested instanceof IOException io ? io : new ZipException("XML that cannot be read");
    }
}
