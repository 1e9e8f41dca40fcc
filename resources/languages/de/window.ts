<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Numbers at this step:</source>
        <translation>Zahlen bei diesem Schritt:</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>&amp;Kernel</source>
        <translation>&amp;Kernel</translation>
    </message>
    <message>
        <source>A kernel is a grid of weights; its output is largest where the image matches it.</source>
        <translation>Ein Kernel ist ein Raster von Gewichten; seine Ausgabe ist dort am größten, wo das Bild zu ihm passt.</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>Gr&amp;öße</translation>
    </message>
    <message>
        <source>Always odd, so that the kernel has a centre</source>
        <translation>Immer ungerade, damit der Kernel eine Mitte hat</translation>
    </message>
    <message>
        <source>Rando&amp;m</source>
        <translation>Z&amp;ufällig</translation>
    </message>
    <message>
        <source>Random weights, as in a network before training</source>
        <translation>Zufällige Gewichte, wie in einem Netz vor dem Training</translation>
    </message>
    <message>
        <source>Ker&amp;nels</source>
        <translation>Ker&amp;nels</translation>
    </message>
    <message>
        <source>Number of kernels; each one makes its own feature map</source>
        <translation>Anzahl der Kernels; jeder erzeugt eine eigene Feature-Map</translation>
    </message>
    <message>
        <source>Kernel shown</source>
        <translation>Gezeigter Kernel</translation>
    </message>
    <message>
        <source>Kernel whose weights and feature map are shown</source>
        <translation>Kernel, dessen Gewichte und Feature-Map gezeigt werden</translation>
    </message>
    <message>
        <source>Stride verti&amp;cal</source>
        <translation>Schrittweite &amp;vertikal</translation>
    </message>
    <message>
        <source>Rows per step down</source>
        <translation>Zeilen je Schritt nach unten</translation>
    </message>
    <message>
        <source>horizont&amp;al</source>
        <translation>h&amp;orizontal</translation>
    </message>
    <message>
        <source>Columns per step to the right</source>
        <translation>Spalten je Schritt nach rechts</translation>
    </message>
    <message>
        <source>Stride horizontal</source>
        <translation>Schrittweite horizontal</translation>
    </message>
    <message>
        <source>&amp;Padding</source>
        <translation>&amp;Padding</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>Nullen</translation>
    </message>
    <message>
        <source>Zeros around the image let the kernel reach its edges, so that the output stays as large as the image (at stride 1).</source>
        <translation>Durch Nullen rund um das Bild erreicht der Kernel auch die Ränder, sodass die Ausgabe so groß wie das Bild bleibt (bei Schrittweite 1).</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Type a number into a cell; a real network learns its weights</source>
        <translation>Geben Sie eine Zahl in eine Zelle ein; ein Netz lernt seine Gewichte</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Each pixel under the kernel times its weight</source>
        <translation>Jedes Pixel unter dem Kernel mal sein Gewicht</translation>
    </message>
    <message>
        <source>Patch × weights</source>
        <translation>Ausschnitt × Gewichte</translation>
    </message>
    <message>
        <source>change kernel size</source>
        <translation>Kernelgröße ändern</translation>
    </message>
    <message>
        <source>change number of kernels</source>
        <translation>Anzahl der Kernels ändern</translation>
    </message>
    <message>
        <source>change padding</source>
        <translation>Padding ändern</translation>
    </message>
    <message>
        <source>change stride</source>
        <translation>Schrittweite ändern</translation>
    </message>
    <message>
        <source>change kernel</source>
        <translation>Kernel ändern</translation>
    </message>
    <message>
        <source>randomise weights</source>
        <translation>Zufällige Gewichte</translation>
    </message>
    <message>
        <source>edit weight</source>
        <translation>Gewicht ändern</translation>
    </message>
    <message>
        <source>0, padding</source>
        <translation>0, Padding</translation>
    </message>
    <message>
        <source>Map of kernel {number} (red: positive, blue: negative); click to show it</source>
        <translation>Map von Kernel {number} (rot: positiv, blau: negativ); zum Anzeigen klicken</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>B&amp;ild</translation>
    </message>
    <message>
        <source>An image is a grid of numbers: one from the lecture, your own, or the current 100 × 13 MFCCs.</source>
        <translation>Ein Bild ist ein Raster von Zahlen: eines aus der Vorlesung, ein eigenes oder die aktuellen 100 × 13 MFCCs.</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>Z&amp;eilen</translation>
    </message>
    <message>
        <source>Height of the image</source>
        <translation>Höhe des Bildes</translation>
    </message>
    <message>
        <source>Co&amp;lumns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>Width of the image</source>
        <translation>Breite des Bildes</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>&amp;Tiefe</translation>
    </message>
    <message>
        <source>Number of channels, such as red, green and blue; the kernel has the same depth</source>
        <translation>Anzahl der Kanäle, etwa Rot, Grün und Blau; der Kernel hat dieselbe Tiefe</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Channel whose pixels and weights are shown</source>
        <translation>Kanal, dessen Pixel und Gewichte gezeigt werden</translation>
    </message>
    <message>
        <source>Type a number into a cell; dashed cells are padding</source>
        <translation>Geben Sie eine Zahl in eine Zelle ein; gestrichelte Zellen sind Padding</translation>
    </message>
    <message>
        <source>Continue live</source>
        <translation>Live weiter</translation>
    </message>
    <message>
        <source>Let the live window follow the sound again</source>
        <translation>Das Live-Fenster wieder dem Ton folgen lassen</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>eingefroren</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>no sound yet</source>
        <translation>noch kein Ton</translation>
    </message>
    <message>
        <source>Channel {number}</source>
        <translation>Kanal {number}</translation>
    </message>
    <message>
        <source>use live window</source>
        <translation>Live-Fenster verwenden</translation>
    </message>
    <message>
        <source>use own image</source>
        <translation>Eigenes Bild verwenden</translation>
    </message>
    <message>
        <source>change image</source>
        <translation>Bild wechseln</translation>
    </message>
    <message>
        <source>resize image</source>
        <translation>Bildgröße ändern</translation>
    </message>
    <message>
        <source>change depth</source>
        <translation>Tiefe ändern</translation>
    </message>
    <message>
        <source>edit pixel</source>
        <translation>Pixel ändern</translation>
    </message>
    <message>
        <source>Conv&amp;olution</source>
        <translation>&amp;Faltung</translation>
    </message>
    <message>
        <source>Slide kernels over an image and add up the products</source>
        <translation>Kernels über ein Bild schieben und die Produkte addieren</translation>
    </message>
    <message>
        <source>Poolin&amp;g</source>
        <translation>Poolin&amp;g</translation>
    </message>
    <message>
        <source>Shrink an image: keep one number per cell</source>
        <translation>Ein Bild verkleinern: aus jeder Zelle eine Zahl behalten</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>followed by ReLU</source>
        <translation>danach ReLU</translation>
    </message>
    <message>
        <source>A ReLU sets negative sums to 0</source>
        <translation>Eine ReLU setzt negative Summen auf 0</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Back to the lecture’s example; can be undone</source>
        <translation>Zurück zum Beispiel der Vorlesung; lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>switch to pooling</source>
        <translation>Zu Pooling wechseln</translation>
    </message>
    <message>
        <source>switch to convolution</source>
        <translation>Zu Faltung wechseln</translation>
    </message>
    <message>
        <source>add ReLU</source>
        <translation>ReLU hinzufügen</translation>
    </message>
    <message>
        <source>remove ReLU</source>
        <translation>ReLU entfernen</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Number of steps in each direction: the image with its padding, minus the kernel, divided by the stride and rounded down, plus 1 for the first step.</source>
        <translation>Anzahl der Schritte in jeder Richtung: das Bild mit Padding, minus den Kernel, geteilt durch die Schrittweite und abgerundet, plus 1 für den ersten Schritt.</translation>
    </message>
    <message>
        <source>Output so far; the number of this step is highlighted. Averages with more than four decimals are rounded to two.</source>
        <translation>Bisherige Ausgabe; die Zahl dieses Schritts ist hervorgehoben. Mittelwerte mit mehr als vier Nachkommastellen sind auf zwei gerundet.</translation>
    </message>
    <message>
        <source>{number} maps of {size}</source>
        <translation>{number} Maps mit {size}</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>Pooling</translation>
    </message>
    <message>
        <source>Ty&amp;pe</source>
        <translation>T&amp;yp</translation>
    </message>
    <message>
        <source>max</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>average</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Max pooling keeps the largest value of each cell; average pooling averages them.</source>
        <translation>Max-Pooling behält den größten Wert jeder Zelle, Average-Pooling bildet ihren Mittelwert.</translation>
    </message>
    <message>
        <source>Cell si&amp;ze</source>
        <translation>Zellgr&amp;öße</translation>
    </message>
    <message>
        <source>Each cell of this size becomes one number of the output</source>
        <translation>Jede Zelle dieser Größe wird zu einer Zahl der Ausgabe</translation>
    </message>
    <message>
        <source>Rows from one cell to the one below</source>
        <translation>Zeilen von einer Zelle zur nächsten darunter</translation>
    </message>
    <message>
        <source>Columns from one cell to the next</source>
        <translation>Spalten von einer Zelle zur nächsten</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>Pixels in the current cell; max pooling keeps the highlighted one</source>
        <translation>Pixel der aktuellen Zelle; Max-Pooling behält das hervorgehobene</translation>
    </message>
    <message>
        <source>Current cell</source>
        <translation>Aktuelle Zelle</translation>
    </message>
    <message>
        <source>use {kind} pooling</source>
        <translation>{kind}-Pooling verwenden</translation>
    </message>
    <message>
        <source>change cell size</source>
        <translation>Zellgröße ändern</translation>
    </message>
    <message>
        <source>no weights to learn</source>
        <translation>keine lernbaren Gewichte</translation>
    </message>
    <message>
        <source>The live window is rounded to one decimal before anything is computed from it.</source>
        <translation>Das Live-Fenster wird auf eine Nachkommastelle gerundet, bevor damit gerechnet wird.</translation>
    </message>
    <message>
        <source>It is frozen while you step; “Continue live” resumes it.</source>
        <translation>Während der Schritte ist es eingefroren; „Live weiter“ hebt das auf.</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>Dieser Schritt</translation>
    </message>
    <message>
        <source>Pla&amp;y</source>
        <translation>Abspie&amp;len</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Previous step (←)</source>
        <translation>Vorheriger Schritt (←)</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Next step (→)</source>
        <translation>Nächster Schritt (→)</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Drag, or use the arrow keys, to go to any step</source>
        <translation>Ziehen oder die Pfeiltasten drücken, um zu einem beliebigen Schritt zu springen</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>S&amp;chritt</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>How fast the steps are played</source>
        <translation>Wie schnell die Schritte ablaufen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Pause (Leertaste)</translation>
    </message>
    <message>
        <source>Play all steps, row by row (Space)</source>
        <translation>Alle Schritte zeilenweise abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>S&amp;tep {step} of {count}</source>
        <translation>S&amp;chritt {step} von {count}</translation>
    </message>
    <message>
        <source>No s&amp;teps</source>
        <translation>Keine S&amp;chritte</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Die letzte Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>Redo the change that was undone last</source>
        <translation>Die zuletzt rückgängig gemachte Änderung wiederholen</translation>
    </message>
    <message>
        <source>Sum of this step</source>
        <translation>Summe dieses Schritts</translation>
    </message>
    <message>
        <source>How the highlighted output number is computed, product by product</source>
        <translation>Wie die hervorgehobene Zahl der Ausgabe entsteht, Produkt für Produkt</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Modell wird geladen…</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <translation>Schichten des Netzes</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Where the feature maps that raise the genre’s score are active: coarse, and shows only evidence for the genre</source>
        <translation>Wo die Feature-Maps aktiv sind, die den Wert des Genres erhöhen: grob, und zeigt nur, was für das Genre spricht</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>Integrated Gradients</translation>
    </message>
    <message>
        <source>How much each pixel raises or lowers the genre’s score, compared with average music</source>
        <translation>Wie stark jedes Pixel den Wert des Genres erhöht oder senkt, verglichen mit durchschnittlicher Musik</translation>
    </message>
    <message>
        <source>Leading genre</source>
        <translation>Führendes Genre</translation>
    </message>
    <message>
        <source>Genre to explain: the leading one, or always the same</source>
        <translation>Zu erklärendes Genre: das jeweils führende oder immer dasselbe</translation>
    </message>
    <message>
        <source>Opacity of the evidence over the MFCC image</source>
        <translation>Deckkraft der Erklärung über dem MFCC-Bild</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Warum</translation>
    </message>
    <message>
        <source>fo&amp;r</source>
        <translation>fü&amp;r</translation>
    </message>
    <message>
        <source>Opacit&amp;y</source>
        <translation>Deck&amp;kraft</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Say more about this</source>
        <translation>Mehr dazu anzeigen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>Feature-Maps</translation>
    </message>
    <message>
        <source>Layer whose maps are shown. A convolution’s maps are shown before its ReLU, with negative values in blue; the ReLU turns negative values into 0, and max pooling keeps the largest value of each cell.</source>
        <translation>Schicht, deren Maps gezeigt werden. Die Maps einer Faltung werden vor ihrer ReLU gezeigt, negative Werte in Blau; die ReLU setzt negative Werte auf 0, und Max-Pooling behält den größten Wert jeder Zelle.</translation>
    </message>
    <message>
        <source>Stro&amp;ngest first</source>
        <translation>Stärkste &amp;zuerst</translation>
    </message>
    <message>
        <source>Sort the maps by energy about once per second. Off: every map keeps its place.</source>
        <translation>Die Maps etwa einmal je Sekunde nach Energie sortieren. Aus: Jede Map behält ihren Platz.</translation>
    </message>
    <message>
        <source>Stretch contrast per &amp;map</source>
        <translation>Kontrast je &amp;Map spreizen</translation>
    </message>
    <message>
        <source>Give each map and kernel its own colour scale, so that weak ones show their shape. Off: one scale for all, so that they can be compared.</source>
        <translation>Jeder Map und jedem Kernel eine eigene Farbskala geben, damit auch schwache ihre Form zeigen. Aus: eine Skala für alle, damit sie vergleichbar sind.</translation>
    </message>
    <message>
        <source>All maps</source>
        <translation>Alle Maps</translation>
    </message>
    <message>
        <source>Back to all maps of the layer (Esc)</source>
        <translation>Zurück zu allen Maps der Schicht (Esc)</translation>
    </message>
    <message>
        <source>Reset kernels</source>
        <translation>Kernels zurücksetzen</translation>
    </message>
    <message>
        <source>Some kernels have been edited: restore the model’s own</source>
        <translation>Einige Kernels wurden geändert: die des Modells wiederherstellen</translation>
    </message>
    <message>
        <source>map {number} of {count}</source>
        <translation>Map {number} von {count}</translation>
    </message>
    <message>
        <source>after ReLU</source>
        <translation>nach ReLU</translation>
    </message>
    <message>
        <source>, stride {size}</source>
        <translation>, Schrittweite {size}</translation>
    </message>
    <message>
        <source>{number} kernels of {size}{stride}</source>
        <translation>{number} Kernels mit {size}{stride}</translation>
    </message>
    <message>
        <source>maximum of {size}{stride}</source>
        <translation>Maximum von {size}{stride}</translation>
    </message>
    <message>
        <source>average of {size}{stride}</source>
        <translation>Mittelwert von {size}{stride}</translation>
    </message>
    <message>
        <source>each map scaled and shifted</source>
        <translation>jede Map skaliert und verschoben</translation>
    </message>
    <message>
        <source>negative values set to 0</source>
        <translation>negative Werte auf 0 gesetzt</translation>
    </message>
    <message>
        <source>‖ Frozen</source>
        <translation>‖ Eingefroren</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Genres</translation>
    </message>
    <message>
        <source>S&amp;ort</source>
        <translation>S&amp;ortieren</translation>
    </message>
    <message>
        <source>Most probable genre first. Off: every genre keeps its place and is easy to find.</source>
        <translation>Wahrscheinlichstes Genre zuerst. Aus: Jedes Genre behält seinen Platz und ist leicht zu finden.</translation>
    </message>
    <message>
        <source>Avera&amp;ge over</source>
        <translation>M&amp;itteln über</translation>
    </message>
    <message>
        <source>Silence &amp;below</source>
        <translation>Stille &amp;unter</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Automatic: the genre of the piece, from everything since the music last changed, at most 30 s. Or average over a fixed time; 0 shows each window on its own.</source>
        <translation>Automatisch: das Genre des Stücks, aus allem seit dem letzten Wechsel der Musik, höchstens 30 s. Oder über eine feste Zeit mitteln; 0 zeigt jedes Fenster für sich.</translation>
    </message>
    <message>
        <source> dBFS</source>
        <translation> dBFS</translation>
    </message>
    <message>
        <source>Sound that stays below this level for half a second counts as silence, and no genre is shown. Raise it if background noise gets a genre.</source>
        <translation>Ton, der eine halbe Sekunde lang unter diesem Pegel liegt, gilt als Stille und bekommt kein Genre. Höher stellen, wenn Hintergrundgeräusche ein Genre bekommen.</translation>
    </message>
    <message>
        <source>Probabilities of the genres</source>
        <translation>Wahrscheinlichkeiten der Genres</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>History of the genres</source>
        <translation>Verlauf der Genres</translation>
    </message>
    <message>
        <source>{duration} min</source>
        <translation>{duration} min</translation>
    </message>
    <message>
        <source>{span}, until {duration} ago</source>
        <translation>{span}, bis vor {duration}</translation>
    </message>
    <message>
        <source>the last {span}</source>
        <translation>die letzten {span}</translation>
    </message>
    <message>
        <source>Nothing heard yet</source>
        <translation>Noch nichts gehört</translation>
    </message>
    <message>
        <source>Drag to look back. Scroll to zoom; double-click to return to now.</source>
        <translation>Ziehen, um zurückzublicken. Scrollen zoomt; Doppelklick führt zurück zum Jetzt.</translation>
    </message>
    <message>
        <source>{duration} ago</source>
        <translation>vor {duration}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>Kernels</translation>
    </message>
    <message>
        <source>, muted</source>
        <translation>, stumm</translation>
    </message>
    <message>
        <source>, changed</source>
        <translation>, geändert</translation>
    </message>
    <message>
        <source>Kernel {number} of {count}</source>
        <translation>Kernel {number} von {count}</translation>
    </message>
    <message>
        <source>{number} muted</source>
        <translation>{number} stumm</translation>
    </message>
    <message>
        <source>Replace with…</source>
        <translation>Ersetzen durch…</translation>
    </message>
    <message>
        <source>Kernels: what if…</source>
        <translation>Kernels: was wäre, wenn…</translation>
    </message>
    <message>
        <source>Each kernel is a grid of weights that slides over the image (time to the right, coefficients upwards). Click one to edit it and watch its map and the genre change.</source>
        <translation>Jeder Kernel ist ein Raster von Gewichten, das über das Bild gleitet (Zeit nach rechts, Koeffizienten nach oben). Klicken Sie einen an, um ihn zu ändern, und sehen Sie, was mit seiner Map und dem Genre geschieht.</translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation>Ersatz</translation>
    </message>
    <message>
        <source>Replace this kernel with a well-known detector</source>
        <translation>Diesen Kernel durch einen bekannten Detektor ersetzen</translation>
    </message>
    <message>
        <source>Mu&amp;te</source>
        <translation>S&amp;tumm</translation>
    </message>
    <message>
        <source>Set this map to 0 and see what the network says without it</source>
        <translation>Diese Map auf 0 setzen und sehen, was das Netz ohne sie sagt</translation>
    </message>
    <message>
        <source>mute kernel</source>
        <translation>Kernel stummschalten</translation>
    </message>
    <message>
        <source>So&amp;lo</source>
        <translation>So&amp;lo</translation>
    </message>
    <message>
        <source>Mute all other maps; press again to unmute them</source>
        <translation>Alle anderen Maps stummschalten; noch einmal drücken hebt es auf</translation>
    </message>
    <message>
        <source>solo kernel</source>
        <translation>Kernel solo schalten</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore this kernel to the model’s own weights</source>
        <translation>Die Gewichte des Modells für diesen Kernel wiederherstellen</translation>
    </message>
    <message>
        <source>restore kernel</source>
        <translation>Kernel wiederherstellen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Restore all kernels to the model’s own weights; can be undone</source>
        <translation>Die Gewichte des Modells für alle Kernels wiederherstellen; lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>reset all kernels</source>
        <translation>Alle Kernels zurücksetzen</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Bias</translation>
    </message>
    <message>
        <source>All kernels</source>
        <translation>Alle Kernels</translation>
    </message>
    <message>
        <source>replace with {name}</source>
        <translation>Durch {name} ersetzen</translation>
    </message>
    <message>
        <source>Weight in row {row}, column {column}</source>
        <translation>Gewicht in Zeile {row}, Spalte {column}</translation>
    </message>
    <message>
        <source>edit bias</source>
        <translation>Bias ändern</translation>
    </message>
    <message>
        <source>“{cell}” is not a number between −100 and 100.</source>
        <translation>„{cell}“ ist keine Zahl zwischen −100 und 100.</translation>
    </message>
    <message>
        <source>{sentence} The old value is kept.</source>
        <translation>{sentence} Der alte Wert bleibt.</translation>
    </message>
    <message>
        <source>Kernel {number} (changed)</source>
        <translation>Kernel {number} (geändert)</translation>
    </message>
    <message>
        <source>Kernel {number}</source>
        <translation>Kernel {number}</translation>
    </message>
    <message>
        <source>{number} changed</source>
        <translation>{number} geändert</translation>
    </message>
    <message>
        <source>{name}: type a number, then press Enter</source>
        <translation>{name}: Zahl eingeben, dann die Eingabetaste drücken</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>Input level relative to full scale (dBFS). Bar: RMS over 0.3 s. Line: peak. “Clip” lights up when the input reaches full scale: turn it down.</source>
        <translation>Eingangspegel, bezogen auf Vollaussteuerung (dBFS). Balken: Effektivwert (RMS) über 0,3 s. Strich: Spitze. „Clip“ leuchtet auf, wenn der Eingang voll ausgesteuert ist: Regeln Sie ihn herunter.</translation>
    </message>
    <message>
        <source>−∞ dBFS</source>
        <translation>−∞ dBFS</translation>
    </message>
    <message>
        <source>{level} dBFS</source>
        <translation>{level} dBFS</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Maps</translation>
    </message>
    <message>
        <source>Map {number} of {count}</source>
        <translation>Map {number} von {count}</translation>
    </message>
    <message>
        <source>frame {frame}, coefficient {coefficient}</source>
        <translation>Frame {frame}, Koeffizient {coefficient}</translation>
    </message>
    <message>
        <source>Map {number}, {pixel}</source>
        <translation>Map {number}, {pixel}</translation>
    </message>
    <message>
        <source>Map {number}: {value} at frame {frame}, coefficient {coefficient}; maximum {maximum}</source>
        <translation>Map {number}: {value} bei Frame {frame}, Koeffizient {coefficient}; Maximum {maximum}</translation>
    </message>
    <message>
        <source>the network’s input: {frames} frames × {coefficients} coefficients</source>
        <translation>die Eingabe des Netzes: {frames} Frames × {coefficients} Koeffizienten</translation>
    </message>
    <message>
        <source>what the network sees is shown once a model is loaded</source>
        <translation>was das Netz sieht, erscheint, sobald ein Modell geladen ist</translation>
    </message>
    <message>
        <source>MFCC image</source>
        <translation>MFCC-Bild</translation>
    </message>
    <message>
        <source>Colours of the image</source>
        <translation>Farben des Bildes</translation>
    </message>
    <message>
        <source>Hide loudness (c&amp;0)</source>
        <translation>Lautheit ausblenden (c&amp;0)</translation>
    </message>
    <message>
        <source>Coefficient 0 is the loudness; its values are far outside the range of the others.</source>
        <translation>Koeffizient 0 ist die Lautheit; seine Werte liegen weit außerhalb des Bereichs der anderen.</translation>
    </message>
    <message>
        <source>&amp;Auto levels</source>
        <translation>Auto-&amp;Farbskala</translation>
    </message>
    <message>
        <source>Fit the colour scale to the values of coefficients 1 to 12. Off: keep it fixed; drag the handles of the colour bar to change it.</source>
        <translation>Die Farbskala den Werten der Koeffizienten 1 bis 12 anpassen. Aus: Sie bleibt fest; ziehen Sie die Griffe der Farbleiste, um sie zu ändern.</translation>
    </message>
    <message>
        <source>low</source>
        <translation>tief</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>{mfcc}, standardised {value}</source>
        <translation>{mfcc}, standardisiert {value}</translation>
    </message>
    <message>
        <source>seconds before now</source>
        <translation>Sekunden vor jetzt</translation>
    </message>
    <message>
        <source>coefficient</source>
        <translation>Koeffizient</translation>
    </message>
    <message>
        <source>Analysing the file…</source>
        <translation>Datei wird analysiert…</translation>
    </message>
    <message>
        <source>Overview of the file</source>
        <translation>Überblick über die Datei</translation>
    </message>
    <message>
        <source>{at}{genre}{named}
Click or drag to seek. Shift+drag to loop a part (Esc ends the loop). Scroll to zoom; double-click to show the whole file.</source>
        <translation>{at}{genre}{named}
Klicken oder ziehen, um zu springen. Umschalt+Ziehen wiederholt einen Abschnitt als Schleife (Esc beendet sie). Scrollen zoomt; Doppelklick zeigt die ganze Datei.</translation>
    </message>
    <message>
        <source>{begin} to {end} {genre}</source>
        <translation>{begin} bis {end} {genre}</translation>
    </message>
    <message>
        <source>Point at a pixel of a feature map to see how it is computed. Click a map to enlarge it, then click a pixel to pin it; the arrow keys move to its neighbours.</source>
        <translation>Zeigen Sie auf ein Pixel einer Feature-Map, um zu sehen, wie es berechnet wird. Ein Klick vergrößert die Map, ein weiterer hält ein Pixel fest; die Pfeiltasten führen zu seinen Nachbarn.</translation>
    </message>
    <message>
        <source>≈: every number is rounded separately, to two decimals or three digits in the grids and to four decimals below them. The sum is computed from the exact numbers.</source>
        <translation>≈: Jede Zahl ist für sich gerundet, in den Rastern auf zwei Nachkommastellen oder drei Ziffern, darunter auf vier Nachkommastellen. Die Summe wird aus den genauen Zahlen berechnet.</translation>
    </message>
    <message>
        <source>The sum behind a pixel</source>
        <translation>Die Summe hinter einem Pixel</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>A kernel has one grid of weights per map of the layer below; all their products are added up. Choose the channel to show.</source>
        <translation>Ein Kernel hat für jede Map der Schicht davor ein Raster von Gewichten; alle ihre Produkte werden addiert. Wählen Sie den Kanal, der gezeigt wird.</translation>
    </message>
    <message>
        <source>Show the channel that contributes most to the sum, positive or negative</source>
        <translation>Den Kanal zeigen, der am meisten zur Summe beiträgt, positiv oder negativ</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>von {count}</translation>
    </message>
    <message>
        <source>Strongest: {number}</source>
        <translation>Stärkster: {number}</translation>
    </message>
    <message>
        <source>channel {channel}: sum of {count} products ≈ {sum:.4f}</source>
        <translation>Kanal {channel}: Summe von {count} Produkten ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>sum of {count} products ≈ {sum:.4f}</source>
        <translation>Summe von {count} Produkten ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>{products:.4f} + bias {bias:.4f} ≈ {sum:.4f}</source>
        <translation>{products:.4f} + Bias {bias:.4f} ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>maximum of {count} values = {sum:.4f}</source>
        <translation>Maximum von {count} Werten = {sum:.4f}</translation>
    </message>
    <message>
        <source>average of {count} values ≈ {sum:.4f}</source>
        <translation>Mittelwert von {count} Werten ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>{value:.4f} · gain {gain:.4f} + shift {bias:.4f} ≈ {sum:.4f}</source>
        <translation>{value:.4f} · Faktor {gain:.4f} + Verschiebung {bias:.4f} ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>ReLU: max(0, {sum:.4f}) = {value:.4f}</source>
        <translation>ReLU: max(0, {sum:.4f}) = {value:.4f}</translation>
    </message>
    <message>
        <source>in the map: {value:.4f}</source>
        <translation>in der Map: {value:.4f}</translation>
    </message>
    <message>
        <source>patch</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>× kernel</source>
        <translation>× Kernel</translation>
    </message>
    <message>
        <source>≈ products</source>
        <translation>≈ Produkte</translation>
    </message>
    <message>
        <source>the image as the network sees it</source>
        <translation>das Bild, wie das Netz es sieht</translation>
    </message>
    <message>
        <source>{below}, map {number}</source>
        <translation>{below}, Map {number}</translation>
    </message>
    <message>
        <source>in {name}:</source>
        <translation>in {name}:</translation>
    </message>
    <message>
        <source>Playlist</source>
        <translation>Playlist</translation>
    </message>
    <message>
        <source>Show all files of the playlist and choose one</source>
        <translation>Alle Dateien der Playlist zeigen und eine auswählen</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>, current file</source>
        <translation>, aktuelle Datei</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Name the looped part, and loop the parts that have names</source>
        <translation>Den Abschnitt der Schleife benennen und benannte Abschnitte als Schleife abspielen</translation>
    </message>
    <message>
        <source>&amp;Rename this part…</source>
        <translation>Abschnitt &amp;umbenennen…</translation>
    </message>
    <message>
        <source>Remo&amp;ve its name</source>
        <translation>Namen &amp;entfernen</translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation>Abschnitt {number}</translation>
    </message>
    <message>
        <source>&amp;Name this part…</source>
        <translation>Abschnitt be&amp;nennen…</translation>
    </message>
    <message>
        <source>Name a part</source>
        <translation>Abschnitt benennen</translation>
    </message>
    <message>
        <source>Name of the part from {begin} to {end}:</source>
        <translation>Name des Abschnitts von {begin} bis {end}:</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Systemstandard</translation>
    </message>
    <message>
        <source>Input device</source>
        <translation>Eingabegerät</translation>
    </message>
    <message>
        <source>Microphone or other input device</source>
        <translation>Mikrofon oder anderes Eingabegerät</translation>
    </message>
    <message>
        <source>Select an input…</source>
        <translation>Eingang wählen…</translation>
    </message>
    <message>
        <source>No input device</source>
        <translation>Kein Eingabegerät</translation>
    </message>
    <message>
        <source>Windows analysed per second; full speed is 43</source>
        <translation>Analysierte Fenster pro Sekunde; volle Geschwindigkeit ist 43</translation>
    </message>
    <message>
        <source>Screen updates per second</source>
        <translation>Aktualisierungen des Bildschirms pro Sekunde</translation>
    </message>
    <message>
        <source>Delay from the sound to its display on screen</source>
        <translation>Verzögerung vom Ton bis zur Anzeige auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Sound lost before analysis, and windows skipped because the computer was too slow</source>
        <translation>Ton, der vor der Analyse verloren ging, und Fenster, die ausgelassen wurden, weil der Computer zu langsam war</translation>
    </message>
    <message>
        <source>, {number} not reached</source>
        <translation>, {number} nicht erreicht</translation>
    </message>
    <message>
        <source>Sending to {programs}{failing}</source>
        <translation>Sendet an {programs}{failing}</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>Stereo</translation>
    </message>
    <message>
        <source>{number} channels</source>
        <translation>{number} Kanäle</translation>
    </message>
    <message>
        <source>{rate:g} kHz {kind}</source>
        <translation>{rate:g} kHz {kind}</translation>
    </message>
    <message>
        <source>{number:.0f} windows/s</source>
        <translation>{number:.0f} Fenster/s</translation>
    </message>
    <message>
        <source>{number:.0f} updates/s</source>
        <translation>{number:.0f} Bilder/s</translation>
    </message>
    <message>
        <source>{delay} ms delay</source>
        <translation>{delay} ms Verzögerung</translation>
    </message>
    <message>
        <source>Delay from the sound to its display on screen, {delay:.0f} ms of it in the input device</source>
        <translation>Verzögerung vom Ton bis zur Anzeige auf dem Bildschirm, davon {delay:.0f} ms im Eingabegerät</translation>
    </message>
    <message>
        <source>{number} lost</source>
        <translation>{number} verloren</translation>
    </message>
    <message>
        <source>{number} skipped</source>
        <translation>{number} ausgelassen</translation>
    </message>
    <message>
        <source>{overflows} device overflows, {lost} sample frames lost before analysis, {skipped} windows skipped because the computer was too slow</source>
        <translation>{overflows} Überläufe des Geräts, {lost} Sample-Frames vor der Analyse verloren, {skipped} Fenster ausgelassen, weil der Computer zu langsam war</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Playback volume; does not affect the analysis</source>
        <translation>Lautstärke der Wiedergabe; ohne Einfluss auf die Analyse</translation>
    </message>
    <message>
        <source>{file} genres</source>
        <translation>{file} Genres</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Rückblick</translation>
    </message>
    <message>
        <source>Network stream</source>
        <translation>Netzwerk-Stream</translation>
    </message>
    <message>
        <source>(tagged {genre})</source>
        <translation>(getaggt: {genre})</translation>
    </message>
    <message>
        <source>{samples} samples ÷ {hop} = {frames} frames, {coefficients} coefficients each: an image of {frames} × {coefficients} × 1</source>
        <translation>{samples} Samples ÷ {hop} = {frames} Frames mit je {coefficients} Koeffizienten: ein Bild von {frames} × {coefficients} × 1</translation>
    </message>
    <message>
        <source>Point at a frame, or press ← and →, to see which samples it covers.
Sound: {rate} samples per second, magnified to the scale shown.
Log-mel: level in {bands} frequency bands, low ones at the bottom; the colours span the {range:.0f} dB used for the MFCCs.
MFCC: {coefficients} coefficients that describe the shape of the log-mel spectrum; coefficient 0 is at the bottom. Each has its own colour scale.</source>
        <translation>Zeigen Sie auf einen Frame oder drücken Sie ← und →, um zu sehen, welche Samples er umfasst.
Ton: {rate} Samples pro Sekunde, vergrößert auf die gezeigte Skala.
Log-Mel: Pegel in {bands} Frequenzbändern, tiefe unten; die Farben umfassen die {range:.0f} dB, die für die MFCCs verwendet werden.
MFCC: {coefficients} Koeffizienten, die die Form des Log-Mel-Spektrums beschreiben; Koeffizient 0 ist unten. Jeder hat seine eigene Farbskala.</translation>
    </message>
    <message>
        <source>No sound was kept: it is kept only if this panel is open when you freeze the display</source>
        <translation>Kein Ton aufbewahrt: Das geschieht nur, wenn dieser Bereich beim Einfrieren geöffnet ist</translation>
    </message>
    <message>
        <source>From wave to image</source>
        <translation>Von der Welle zum Bild</translation>
    </message>
    <message>
        <source>Frame {frame} covers {samples} samples, {first} to {last} of {all}; the first {before} are to the left of the strip.</source>
        <translation>Frame {frame} umfasst {samples} Samples, {first} bis {last} von {all}; die ersten {before} liegen links vom Streifen.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Log-mel</source>
        <translation>Log-Mel</translation>
    </message>
    <message>
        <source>MFCC</source>
        <translation>MFCC</translation>
    </message>
    <message>
        <source>Frame {number} of {count}</source>
        <translation>Frame {number} von {count}</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>Sitzung öffnen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>Earlier sessions</source>
        <translation>Frühere Sitzungen</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Gehört</translation>
    </message>
    <message>
        <source>Mostly</source>
        <translation>Meist</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>{session} (open in another window)</source>
        <translation>{session} (in anderem Fenster geöffnet)</translation>
    </message>
    <message>
        <source>Sessions are kept in {folder}.</source>
        <translation>Sitzungen werden in {folder} gespeichert.</translation>
    </message>
    <message>
        <source>There are no earlier sessions on the disk.</source>
        <translation>Es sind keine früheren Sitzungen gespeichert.</translation>
    </message>
    <message>
        <source>Delete session</source>
        <translation>Sitzung löschen</translation>
    </message>
    <message>
        <source>Delete the session of {session}, with its {parts}, from the disk? This can’t be undone.</source>
        <translation>Die gespeicherte Sitzung {session} ({parts}) löschen? Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Continue it</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Show the last session here, and add what is heard from now on</source>
        <translation>Die letzte Sitzung hier zeigen und das künftig Gehörte anfügen</translation>
    </message>
    <message>
        <source>Close this line</source>
        <translation>Diese Zeile schließen</translation>
    </message>
    <message>
        <source>Close this line; the session can still be opened with Open…</source>
        <translation>Diese Zeile schließen; die Sitzung lässt sich weiterhin mit „Öffnen…“ öffnen</translation>
    </message>
    <message>
        <source>Nothing yet.
Anything heard for at least five seconds appears here, from a microphone or a file.</source>
        <translation>Noch nichts.
Was mindestens fünf Sekunden lang zu hören ist, erscheint hier, aus einem Mikrofon oder einer Datei.</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Show only parts with these words in their source, genre or note</source>
        <translation>Nur Abschnitte zeigen, die diese Wörter in Quelle, Genre oder Notiz haben</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Delete the selected parts from the list (Del). Undo puts them back.</source>
        <translation>Die ausgewählten Abschnitte aus der Liste löschen (Entf). Rückgängig holt sie zurück.</translation>
    </message>
    <message>
        <source>How long each genre was heard in the parts shown or selected</source>
        <translation>Wie lange jedes Genre in den gezeigten oder ausgewählten Abschnitten zu hören war</translation>
    </message>
    <message>
        <source>Last session: {last}, {parts}.</source>
        <translation>Letzte Sitzung: {last}, {parts}.</translation>
    </message>
    <message>
        <source>No part matches “{filter}”. Esc shows all.</source>
        <translation>Kein Abschnitt passt zu „{filter}“. Esc zeigt alle.</translation>
    </message>
    <message>
        <source>{number} of {parts}</source>
        <translation>{parts}, davon {number} gezeigt</translation>
    </message>
    <message>
        <source>kept on disk</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>kept until the program ends</source>
        <translation>nur bis zum Programmende</translation>
    </message>
    <message>
        <source>{parts}, {duration} in all, {kept}</source>
        <translation>{parts}, zusammen {duration}, {kept}</translation>
    </message>
    <message>
        <source>{number} selected, {duration}:</source>
        <translation>{number} ausgewählt, {duration}:</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrsch.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>What was heard. Type or choose another name (F2).</source>
        <translation>Was gehört wurde. Geben Sie einen anderen Namen ein oder wählen Sie ihn (F2).</translation>
    </message>
    <message>
        <source>Probability of the genre, or of the two together, averaged over the part</source>
        <translation>Mittlere Wahrscheinlichkeit des Genres, oder beider zusammen, über den Abschnitt</translation>
    </message>
    <message>
        <source>Your own note (F2)</source>
        <translation>Ihre eigene Notiz (F2)</translation>
    </message>
    <message>
        <source>When it was recorded, according to the file’s name or tags</source>
        <translation>Wann es aufgenommen wurde, laut Namen oder Tags der Datei</translation>
    </message>
    <message>
        <source>rename part</source>
        <translation>Abschnitt umbenennen</translation>
    </message>
    <message>
        <source>edit note</source>
        <translation>Notiz ändern</translation>
    </message>
    <message>
        <source>Heard: {heard}</source>
        <translation>Gehört: {heard}</translation>
    </message>
    <message>
        <source>d MMM HH:mm:ss</source>
        <translation>d. MMM HH:mm:ss</translation>
    </message>
    <message>
        <source>Parts of the session</source>
        <translation>Abschnitte der Sitzung</translation>
    </message>
    <message>
        <source>Record the input to a FLAC file</source>
        <translation>Den Eingang in eine FLAC-Datei aufnehmen</translation>
    </message>
    <message>
        <source>Stop recording and keep the file</source>
        <translation>Aufnahme beenden und Datei behalten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>Everything the window can do</source>
        <translation>Alles, was das Fenster kann</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>M&amp;odel card</source>
        <translation>&amp;Modellkarte</translation>
    </message>
    <message>
        <source>What the model was trained on, and how often it is right</source>
        <translation>Womit das Modell trainiert wurde und wie oft es richtigliegt</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Rundgang</translation>
    </message>
    <message>
        <source>A quick tour of the window</source>
        <translation>Ein kurzer Rundgang durch das Fenster</translation>
    </message>
    <message>
        <source>&amp;Copy diagnostics</source>
        <translation>&amp;Diagnose kopieren</translation>
    </message>
    <message>
        <source>Copy versions, devices and the end of the log for a bug report; no audio and no file names</source>
        <translation>Versionen, Geräte und das Ende des Protokolls für einen Fehlerbericht kopieren; kein Ton, keine Dateinamen</translation>
    </message>
    <message>
        <source>&amp;About genre-monitor</source>
        <translation>Ü&amp;ber genre-monitor</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>&amp;Dateien öffnen…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Open audio files, or drop them on the window</source>
        <translation>Audiodateien öffnen oder auf das Fenster ziehen</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Play all audio files in a folder</source>
        <translation>Alle Audiodateien eines Ordners abspielen</translation>
    </message>
    <message>
        <source>Open &amp;address…</source>
        <translation>&amp;Adresse öffnen…</translation>
    </message>
    <message>
        <source>Listen to an internet radio station or another stream</source>
        <translation>Einen Internetradiosender oder einen anderen Stream hören</translation>
    </message>
    <message>
        <source>Open from clip&amp;board</source>
        <translation>A&amp;us Zwischenablage öffnen</translation>
    </message>
    <message>
        <source>Open an address or files that were copied elsewhere</source>
        <translation>Eine Adresse oder Dateien öffnen, die anderswo kopiert wurden</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Play &amp;demo</source>
        <translation>De&amp;mo abspielen</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Play the music that comes with genre-monitor</source>
        <translation>Die mit genre-monitor gelieferte Musik abspielen</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>&amp;New session</source>
        <translation>&amp;Neue Sitzung</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Begin an empty session; this one stays on disk</source>
        <translation>Eine leere Sitzung beginnen; die jetzige bleibt gespeichert</translation>
    </message>
    <message>
        <source>Open sess&amp;ion…</source>
        <translation>Sitzung ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open an earlier session and continue it; this one stays on disk</source>
        <translation>Eine frühere Sitzung öffnen und fortsetzen; die jetzige bleibt gespeichert</translation>
    </message>
    <message>
        <source>&amp;Save session…</source>
        <translation>Sitzung &amp;speichern…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Save the session as CSV, JSON or Audacity labels</source>
        <translation>Die Sitzung als CSV, JSON oder Audacity-Labels speichern</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Listen to input</source>
        <translation>Eingang &amp;hören</translation>
    </message>
    <message>
        <source>&amp;Refresh inputs</source>
        <translation>Eingänge &amp;aktualisieren</translation>
    </message>
    <message>
        <source>Look for new input devices</source>
        <translation>Nach neuen Eingabegeräten suchen</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Skip &amp;back 5 seconds</source>
        <translation>5 Sekunden &amp;zurück</translation>
    </message>
    <message>
        <source>Skip &amp;forward 5 seconds</source>
        <translation>5 Sekunden &amp;vor</translation>
    </message>
    <message>
        <source>Pre&amp;vious file</source>
        <translation>V&amp;orherige Datei</translation>
    </message>
    <message>
        <source>Go to the start of this file, or to the previous file</source>
        <translation>Zum Anfang dieser Datei oder zur vorherigen Datei</translation>
    </message>
    <message>
        <source>&amp;Next file</source>
        <translation>&amp;Nächste Datei</translation>
    </message>
    <message>
        <source>Go to the next file</source>
        <translation>Zur nächsten Datei</translation>
    </message>
    <message>
        <source>Re&amp;cord input</source>
        <translation>Eingang au&amp;fnehmen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Recordings f&amp;older…</source>
        <translation>O&amp;rdner für Aufnahmen…</translation>
    </message>
    <message>
        <source>Choose where recordings are saved</source>
        <translation>Festlegen, wo Aufnahmen gespeichert werden</translation>
    </message>
    <message>
        <source>Repla&amp;y last 30 seconds</source>
        <translation>&amp;Letzte 30 Sekunden abspielen</translation>
    </message>
    <message>
        <source>Replay 30 s</source>
        <translation>Letzte 30 s</translation>
    </message>
    <message>
        <source>Replay the last 30 seconds of input, which are kept in memory only, then go back to listening</source>
        <translation>Die letzten 30 Sekunden des Eingangs, die nur im Arbeitsspeicher liegen, noch einmal abspielen, dann weiterhören</translation>
    </message>
    <message>
        <source>Free&amp;ze display</source>
        <translation>Anzeige &amp;einfrieren</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <source>Freeze the display and keep listening</source>
        <translation>Die Anzeige einfrieren und weiter zuhören</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>&amp;Live</translation>
    </message>
    <message>
        <source>See the current sound, and how the network classifies it</source>
        <translation>Den aktuellen Ton sehen, und wie das Netz ihn einordnet</translation>
    </message>
    <message>
        <source>La&amp;boratory</source>
        <translation>La&amp;bor</translation>
    </message>
    <message>
        <source>Try convolution and pooling by hand, step by step</source>
        <translation>Faltung und Pooling von Hand ausprobieren, Schritt für Schritt</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>&amp;Sitzung</translation>
    </message>
    <message>
        <source>List everything heard in this session</source>
        <translation>Alles auflisten, was in dieser Sitzung gehört wurde</translation>
    </message>
    <message>
        <source>Genre onl&amp;y</source>
        <translation>Nur Ge&amp;nre</translation>
    </message>
    <message>
        <source>A small window with just the genre</source>
        <translation>Ein kleines Fenster nur mit dem Genre</translation>
    </message>
    <message>
        <source>Why th&amp;is genre</source>
        <translation>Wa&amp;rum dieses Genre</translation>
    </message>
    <message>
        <source>M&amp;odel</source>
        <translation>M&amp;odell</translation>
    </message>
    <message>
        <source>Open &amp;model…</source>
        <translation>&amp;Modell öffnen…</translation>
    </message>
    <message>
        <source>Full s&amp;creen</source>
        <translation>Vollb&amp;ild</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>&amp;Zoom</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Start listening or playing again</source>
        <translation>Wieder zuhören oder abspielen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>Stop and release the device</source>
        <translation>Anhalten und das Gerät freigeben</translation>
    </message>
    <message>
        <source>Pause the file</source>
        <translation>Die Datei anhalten</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>Abs&amp;pielen</translation>
    </message>
    <message>
        <source>Resume the file</source>
        <translation>Die Datei weiter abspielen</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>no genre shown</source>
        <translation>kein Genre angezeigt</translation>
    </message>
    <message>
        <source>Could not be computed</source>
        <translation>Konnte nicht berechnet werden</translation>
    </message>
    <message>
        <source>{square} for {genre}</source>
        <translation>{square} für {genre}</translation>
    </message>
    <message>
        <source>{square} against</source>
        <translation>{square} dagegen</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Neither an address nor files were copied.</source>
        <translation>Es wurden weder eine Adresse noch Dateien kopiert.</translation>
    </message>
    <message>
        <source>Diagnostics copied: paste them into your report.</source>
        <translation>Diagnose kopiert: Fügen Sie sie in Ihren Bericht ein.</translation>
    </message>
    <message>
        <source>Open audio files</source>
        <translation>Audiodateien öffnen</translation>
    </message>
    <message>
        <source>Audio files ({patterns});;All files (*)</source>
        <translation>Audiodateien ({patterns});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>Models (*{extension});;All files (*)</source>
        <translation>Modelle (*{extension});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Model: {name}. {summary}</source>
        <translation>Modell: {name}. {summary}</translation>
    </message>
    <message>
        <source>About genre-monitor</source>
        <translation>Über genre-monitor</translation>
    </message>
    <message>
        <source>&lt;h3&gt;genre-monitor {version}&lt;/h3&gt;&lt;p&gt;See live what a convolutional network hears: the MFCC image, the feature maps of its layers, and the genre.&lt;/p&gt;&lt;p&gt;{about}&lt;/p&gt;&lt;p&gt;MIT licence. Audio never leaves this computer.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;genre-monitor {version}&lt;/h3&gt;&lt;p&gt;Live sehen, was ein Faltungsnetz hört: das MFCC-Bild, die Feature-Maps seiner Schichten und das Genre.&lt;/p&gt;&lt;p&gt;{about}&lt;/p&gt;&lt;p&gt;MIT-Lizenz. Der Ton verlässt diesen Computer nie.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG-Bild (*.svg)</translation>
    </message>
    <message>
        <source>CSV table of the numbers shown (*.csv)</source>
        <translation>CSV-Tabelle der gezeigten Zahlen (*.csv)</translation>
    </message>
    <message>
        <source>All arrays for NumPy (*.npz)</source>
        <translation>Alle Arrays für NumPy (*.npz)</translation>
    </message>
    <message>
        <source>Workbook for spreadsheets (*.xlsx)</source>
        <translation>Arbeitsmappe für Tabellenprogramme (*.xlsx)</translation>
    </message>
    <message>
        <source>Audacity labels (*.txt)</source>
        <translation>Audacity-Labels (*.txt)</translation>
    </message>
    <message>
        <source>Cue sheet (*.cue)</source>
        <translation>Cuesheet (*.cue)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation>&amp;Bild speichern…</translation>
    </message>
    <message>
        <source>Save &amp;numbers…</source>
        <translation>&amp;Zahlen speichern…</translation>
    </message>
    <message>
        <source>&amp;Whole page</source>
        <translation>&amp;Ganze Seite</translation>
    </message>
    <message>
        <source>There is nothing to save on this page.</source>
        <translation>Auf dieser Seite gibt es nichts zu speichern.</translation>
    </message>
    <message>
        <source>“{title}” is empty, so there are no numbers to save.</source>
        <translation>„{title}“ ist leer, es gibt also keine Zahlen zu speichern.</translation>
    </message>
    <message>
        <source>Save “{title}”</source>
        <translation>„{title}“ speichern</translation>
    </message>
    <message>
        <source>Could not save “{name}” in {parent}: {reason}. Choose another folder.</source>
        <translation>„{name}“ konnte nicht in {parent} gespeichert werden: {reason}. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>“{name}” already exists. Replace it?</source>
        <translation>„{name}“ gibt es bereits. Datei ersetzen?</translation>
    </message>
    <message>
        <source>&amp;Always on top</source>
        <translation>&amp;Immer im Vordergrund</translation>
    </message>
    <message>
        <source>Keep this window in front of all others</source>
        <translation>Dieses Fenster vor allen anderen halten</translation>
    </message>
    <message>
        <source>&amp;Whole window</source>
        <translation>&amp;Ganzes Fenster</translation>
    </message>
    <message>
        <source>Show everything again (Esc)</source>
        <translation>Wieder alles zeigen (Esc)</translation>
    </message>
    <message>
        <source># No model

No model is loaded.</source>
        <translation># Kein Modell

Es ist kein Modell geladen.</translation>
    </message>
    <message>
        <source>Its file does not say how often it is right.</source>
        <translation>Seine Datei sagt nicht, wie oft es richtigliegt.</translation>
    </message>
    <message>
        <source>Genres: {genres}.</source>
        <translation>Genres: {genres}.</translation>
    </message>
    <message>
        <source>Trained with `{command}`.</source>
        <translation>Trainiert mit `{command}`.</translation>
    </message>
    <message>
        <source>| layer | output |</source>
        <translation>| Schicht | Ausgabe |</translation>
    </message>
    <message>
        <source>Inspectors</source>
        <translation>Detailbereiche</translation>
    </message>
    <message>
        <source>{layer}, map {number}, frame {frame} of {frames}, coefficient {coefficient}</source>
        <translation>{layer}, Map {number}, Frame {frame} von {frames}, Koeffizient {coefficient}</translation>
    </message>
    <message>
        <source>From &amp;wave to image</source>
        <translation>Von der &amp;Welle zum Bild</translation>
    </message>
    <message>
        <source>&amp;MFCC image</source>
        <translation>&amp;MFCC-Bild</translation>
    </message>
    <message>
        <source>&amp;Feature maps</source>
        <translation>&amp;Feature-Maps</translation>
    </message>
    <message>
        <source>The s&amp;um behind a pixel</source>
        <translation>Die S&amp;umme hinter einem Pixel</translation>
    </message>
    <message>
        <source>&amp;Kernels: what if…</source>
        <translation>&amp;Kernels: was wäre, wenn…</translation>
    </message>
    <message>
        <source>&amp;Genres</source>
        <translation>&amp;Genres</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>&amp;Architecture</source>
        <translation>&amp;Architektur</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Si&amp;ze of text and controls</source>
        <translation>&amp;Größe von Text und Bedienelementen</translation>
    </message>
    <message>
        <source>&amp;Recordings</source>
        <translation>&amp;Aufnahmen</translation>
    </message>
    <message>
        <source>Changes take effect at once and are remembered.</source>
        <translation>Änderungen gelten sofort und bleiben gespeichert.</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Sprache des Systems</translation>
    </message>
    <message>
        <source>On this screen; Ctrl++ and Ctrl+− change it too</source>
        <translation>Auf diesem Bildschirm; auch mit Strg++ und Strg+− zu ändern</translation>
    </message>
    <message>
        <source>&amp;OSC</source>
        <translation>&amp;OSC</translation>
    </message>
    <message>
        <source>Open Sound Control, for TouchDesigner, QLC+, Max …</source>
        <translation>Open Sound Control, für TouchDesigner, QLC+, Max …</translation>
    </message>
    <message>
        <source>&amp;Web page on port</source>
        <translation>&amp;Webseite auf Port</translation>
    </message>
    <message>
        <source>A page with the genre, for a browser or OBS</source>
        <translation>Eine Seite mit dem Genre, für einen Browser oder OBS</translation>
    </message>
    <message>
        <source>&amp;MQTT broker</source>
        <translation>&amp;MQTT-Broker</translation>
    </message>
    <message>
        <source>Home Assistant discovers it automatically</source>
        <translation>Home Assistant findet es von selbst</translation>
    </message>
    <message>
        <source>&amp;Command on change</source>
        <translation>&amp;Befehl bei Wechsel</translation>
    </message>
    <message>
        <source>Run without a shell</source>
        <translation>Wird ohne Shell ausgeführt</translation>
    </message>
    <message>
        <source>Tell other programs what is heard</source>
        <translation>Anderen Programmen mitteilen, was zu hören ist</translation>
    </message>
    <message>
        <source>Off. Example: {example}</source>
        <translation>Aus. Beispiel: {example}</translation>
    </message>
    <message>
        <source>Delete the password from the system’s keyring</source>
        <translation>Das Passwort aus dem Schlüsselbund des Systems löschen</translation>
    </message>
    <message>
        <source>Its &amp;password</source>
        <translation>&amp;Passwort dafür</translation>
    </message>
    <message>
        <source>Kept in the system’s keyring</source>
        <translation>Liegt im Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>Sending to {receivers}.</source>
        <translation>Sendet an {receivers}.</translation>
    </message>
    <message>
        <source>Nothing is sent.</source>
        <translation>Es wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Help — {application}</source>
        <translation>Hilfe – {application}</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Back to the previous page (Alt+Left)</source>
        <translation>Zurück zur vorherigen Seite (Alt+Links)</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>Folder for recordings</source>
        <translation>Ordner für Aufnahmen</translation>
    </message>
    <message>
        <source>{number} files in {folder}</source>
        <translation>{number} Dateien in {folder}</translation>
    </message>
    <message>
        <source>Recorded {duration} in {where}</source>
        <translation>Aufgenommen: {duration} in {where}</translation>
    </message>
    <message>
        <source>Could not read the settings from {file}: {reason}. Using the defaults. Nothing is remembered until you move it away.</source>
        <translation>Die Einstellungen konnten nicht aus {file} gelesen werden: {reason}. Es gelten die Standardwerte. Bis Sie es entfernen, wird nichts gemerkt.</translation>
    </message>
    <message>
        <source>Could not read the settings from {file}. Using the defaults.</source>
        <translation>Die Einstellungen konnten nicht aus {file} gelesen werden. Es gelten die Standardwerte.</translation>
    </message>
    <message>
        <source>Could not save the settings to {file}. Check that the folder is writable and the disk is not full.</source>
        <translation>Die Einstellungen konnten nicht in {file} gespeichert werden. Prüfen Sie, ob der Ordner beschreibbar und der Datenträger nicht voll ist.</translation>
    </message>
    <message>
        <source>Settings in {damaged} are damaged and could not be reset: {error}. Delete the file and restart genre-monitor.</source>
        <translation>Die Einstellungen in {damaged} sind beschädigt und konnten nicht zurückgesetzt werden: {error}. Löschen Sie die Datei und starten Sie genre-monitor neu.</translation>
    </message>
    <message>
        <source>Settings were damaged and have been reset. The old file is {kept}.</source>
        <translation>Die Einstellungen waren beschädigt und wurden zurückgesetzt. Die alte Datei heißt jetzt {kept}.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Choose what to listen to: a microphone, your own files, or the demo. Nothing is recorded unless you press Record, and nothing leaves this computer.</source>
        <translation>Wählen Sie, was Sie hören möchten: ein Mikrofon, eigene Dateien oder die Demo. Aufgenommen wird nur, wenn Sie auf „Aufnehmen“ drücken, und nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>This is all the network hears: the last 2.3 seconds as 100 frames of 13 MFCCs, with the newest on the right.</source>
        <translation>Das ist alles, was das Netz hört: die letzten 2,3 Sekunden als 100 Frames mit je 13 MFCCs, das Neueste rechts.</translation>
    </message>
    <message>
        <source>These are the feature maps of one layer, one for each of its kernels. Choose any layer; click a map to enlarge it, or a kernel to change it.</source>
        <translation>Das sind die Feature-Maps einer Schicht, eine für jeden ihrer Kernels. Wählen Sie eine Schicht; klicken Sie auf eine Map, um sie zu vergrößern, oder auf einen Kernel, um ihn zu ändern.</translation>
    </message>
    <message>
        <source>And this is the network’s answer, from everything it has heard since the music last changed. When it cannot decide, it names two genres, or says that it is not sure.</source>
        <translation>Und das ist die Antwort des Netzes, aus allem, was es seit dem letzten Wechsel der Musik gehört hat. Kann es sich nicht entscheiden, nennt es zwei Genres oder sagt, dass es unsicher ist.</translation>
    </message>
    <message>
        <source>The View menu has more: the sum behind each pixel, why this genre, the history, the architecture, a list of everything heard in this session, and the laboratory, where you can try convolution and pooling by hand.</source>
        <translation>Das Menü „Ansicht“ bietet mehr: die Summe hinter jedem Pixel, warum dieses Genre, den Verlauf, die Architektur, eine Liste des in dieser Sitzung Gehörten und das Labor, in dem Sie Faltung und Pooling von Hand ausprobieren können.</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Skip the tour; Help ▸ Tour shows it again ({keys})</source>
        <translation>Den Rundgang überspringen; „Hilfe ▸ Rundgang“ zeigt ihn wieder ({keys})</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Audio track</source>
        <translation>Tonspur</translation>
    </message>
    <message>
        <source>Audio track of the video</source>
        <translation>Tonspur des Videos</translation>
    </message>
    <message>
        <source>Internet radio (http, https) as mp3, ogg, aac or HLS, or a stream over RTSP. It is played and analysed. The address may contain a user name and a password (http://NAME:PASSWORD@…); the password is not remembered.</source>
        <translation>Internetradio (http, https) als mp3, ogg, aac oder HLS oder ein Stream über RTSP. Der Ton wird wiedergegeben und analysiert. Die Adresse darf Benutzername und Passwort enthalten (http://NAME:PASSWORD@…); das Passwort wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>Open address</source>
        <translation>Adresse öffnen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy, HH:mm</source>
        <translation>ddd, d. MMM yyyy, HH:mm</translation>
    </message>
</context>
</TS>
