/** Documents with a planted name in everything that programs write beside the text. */
import { utf8Bytes } from "#core/bytes.ts";
import { plainJpeg } from "./pictures.ts";

/** The planted name. */
export const named = "Gyzylgül";

const officeNames = "http://schemas.openxmlformats.org";
const relationTypes = `${officeNames}/officeDocument/2006/relationships`;

/** A photograph with an Exif segment that names somebody. */
function namedPhotograph(): Uint8Array {
  const exif = Buffer.concat([Buffer.from("Exif\0\0II*\0\u0008\0\0\0\0\0\0\0\0\0"), Buffer.from(named)]);
  const length = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([plainJpeg.subarray(0, 2), length, exif, plainJpeg.subarray(2)]);
}

/** The parts of a DOCX as an office program writes them. */
export function docxParts(): Record<string, string | Uint8Array> {
  return {
    "[Content_Types].xml": `<Types xmlns="${officeNames}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/people.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${officeNames}/package/2006/relationships"><Relationship Id="r1" Type="${relationTypes}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="${officeNames}/package/2006/relationships/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/><Relationship Id="r3" Type="${relationTypes}/core-properties" Target="docProps/core.xml"/></Relationships>`,
    "docProps/core.xml": `<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc" xmlns:dcterms="dcterms"><dc:creator>${named} Ýazyjy</dc:creator><dc:title>${named}</dc:title><cp:lastModifiedBy>${named} &amp; ogly</cp:lastModifiedBy><dcterms:created>2021-11-02T10:00:00Z</dcterms:created></cp:coreProperties>`,
    "docProps/app.xml": `<Properties xmlns="p"><Company>${named} JHJ</Company><Manager>${named}</Manager><Application>Hat</Application></Properties>`,
    "docProps/custom.xml": `<Properties xmlns="p" xmlns:vt="vt"><property name="x"><vt:lpwstr>${named}</vt:lpwstr></property></Properties>`,
    "docProps/thumbnail.jpeg": namedPhotograph(),
    "word/document.xml": '<w:document xmlns:w="w"><w:t>Gaz gerek</w:t></w:document>',
    "word/_rels/document.xml.rels": `<Relationships xmlns="${officeNames}/package/2006/relationships"><Relationship Id="r1" Type="${relationTypes}/image" Target="media/image1.jpeg"/><Relationship Id="r2" Type="http://schemas.microsoft.com/office/2011/relationships/people" Target="people.xml"/></Relationships>`,
    "word/people.xml": `<w15:people xmlns:w15="w"><w15:person w15:author="${named}"><w15:presenceInfo w15:userId="S::${named}@example.org"/></w15:person></w15:people>`,
    "word/media/image1.jpeg": namedPhotograph(),
  };
}

/** The parts of an ODT as an office program writes them. */
export function odtParts(): Record<string, string | Uint8Array> {
  return {
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml":
      '<office:document-content xmlns:office="o" xmlns:text="t"><text:p>Gaz gerek</text:p></office:document-content>',
    "meta.xml": `<office:document-meta xmlns:office="o" xmlns:meta="m" xmlns:dc="dc"><office:meta><meta:initial-creator>${named}</meta:initial-creator><dc:creator>${named}</dc:creator><dc:title>${named}</dc:title><meta:creation-date>2021-11-02T10:00:00</meta:creation-date><meta:generator>Hat</meta:generator><meta:user-defined meta:name="Client">${named}</meta:user-defined></office:meta></office:document-meta>`,
    "settings.xml": `<office:document-settings xmlns:office="o" xmlns:config="c"><config:config-item config:name="PrinterName" config:type="string">${named} LaserJet</config:config-item></office:document-settings>`,
    "Thumbnails/thumbnail.png": utf8Bytes(named),
    "Pictures/1.jpg": namedPhotograph(),
    "META-INF/manifest.xml":
      '<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png" manifest:media-type="image/png"/></manifest:manifest>',
  };
}
