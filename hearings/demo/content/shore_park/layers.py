"""Two map layers of the shore park, drawn by hand for the demo: the zones of the plan, and the plan itself."""

from ..types import LayerSpec, line, point, polygon, tr

SOURCE = tr(
    fi="Demosuunnitelma, keksitty",
    sv="Demoplan, påhittad",
    en="Demo plan, made up",
    simple="Esimerkki. Suunnitelma ei ole oikea.",
    ru="Демонстрационный план, вымышленный",
)

ZONES = LayerSpec(
    organisation="detailed-planning",
    kind="geojson",
    name=tr(
        fi="Puiston alueet ja reitit",
        sv="Parkens delar och stråk",
        en="Parts and paths of the park",
        simple="Puiston osat",
        ru="Части парка и дорожки",
    ),
    attribution=SOURCE,
    legend=tr(
        fi="""A: toriaukio veden äärellä. B: oleskelunurmi. C: hiljainen puutarha. D: rantaraitti. 1–3: portaat veteen.""",
        sv="""A: torg vid vattnet. B: gräsmatta för samvaro. C: stilla trädgård. D: strandpromenad. 1–3: trappor ner i
        vattnet.""",
        en="""A: square by the water. B: lawn for everyone. C: quiet garden. D: promenade. 1–3: steps into the water.""",
        simple="""A: aukio. B: nurmikko. C: hiljainen puutarha. D: tie kävelijöille. 1, 2 ja 3: portaat veteen.""",
        ru="""A: площадь у воды. B: газон для отдыха. C: тихий сад. D: набережная. 1–3: лестницы к воде.""",
    ),
    features=(
        (
            "A",
            polygon(
                (24.95168, 60.17803),
                (24.95215, 60.17798),
                (24.95255, 60.17806),
                (24.95250, 60.17836),
                (24.95168, 60.17836),
            ),
        ),
        ("B", polygon((24.95295, 60.17825), (24.95410, 60.17833), (24.95415, 60.17850), (24.95300, 60.17842))),
        ("C", polygon((24.95540, 60.17862), (24.95640, 60.17898), (24.95625, 60.17913), (24.95535, 60.17880))),
        (
            "D",
            line(
                (24.95045, 60.17685),
                (24.95120, 60.17680),
                (24.95190, 60.17700),
                (24.95203, 60.17740),
                (24.95205, 60.17790),
                (24.95270, 60.17808),
                (24.95390, 60.17820),
                (24.95520, 60.17842),
                (24.95650, 60.17880),
                (24.95745, 60.17925),
                (24.95800, 60.17962),
            ),
        ),
        ("1", point(24.95075, 60.17669)),
        ("2", point(24.95222, 60.17762)),
        ("3", point(24.95790, 60.17918)),
    ),
)

PLAN = LayerSpec(
    organisation="detailed-planning",
    kind="image",
    name=tr(
        fi="Suunnitelmapiirros kartan päällä",
        sv="Planritningen på kartan",
        en="Plan drawing on the map",
        simple="Puiston kuva kartalla",
        ru="Чертёж парка на карте",
    ),
    attribution=SOURCE,
    legend=tr(
        fi="Vaalea viiva on rantaraitti, ruskea on laituri. Pyöreät merkit ovat puita ja juovat portaita.",
        sv="Det ljusa strecket är promenaden, det bruna är bryggan. De runda tecknen är träd och ränderna trappor.",
        en="The pale line is the promenade, the brown one the jetty. Round signs are trees and stripes are steps.",
        simple="Vaalea viiva on tie. Ruskea viiva on laituri. Vihreät ympyrät ovat puita.",
        ru="Светлая линия — набережная, коричневая — причал. Круглые знаки — деревья, полоски — лестницы.",
    ),
    image="shore-park-layout",
    bounds=(24.9495, 60.1763, 24.9590, 60.1802),
    opacity=90,
)
