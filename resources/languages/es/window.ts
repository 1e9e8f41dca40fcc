<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Numbers at this step:</source>
        <translation>Números de este paso:</translation>
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
        <translation>Un kernel es una cuadrícula de pesos; su salida es mayor donde la imagen coincide con él.</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>Tama&amp;ño</translation>
    </message>
    <message>
        <source>Always odd, so that the kernel has a centre</source>
        <translation>Siempre impar, para que el kernel tenga un centro</translation>
    </message>
    <message>
        <source>Rando&amp;m</source>
        <translation>Al a&amp;zar</translation>
    </message>
    <message>
        <source>Random weights, as in a network before training</source>
        <translation>Pesos aleatorios, como en una red antes de entrenarla</translation>
    </message>
    <message>
        <source>Ker&amp;nels</source>
        <translation>Ker&amp;nels</translation>
    </message>
    <message>
        <source>Number of kernels; each one makes its own feature map</source>
        <translation>Número de kernels; cada uno produce su propio mapa de características</translation>
    </message>
    <message>
        <source>Kernel shown</source>
        <translation>Kernel mostrado</translation>
    </message>
    <message>
        <source>Kernel whose weights and feature map are shown</source>
        <translation>Kernel cuyos pesos y mapa de características se muestran</translation>
    </message>
    <message>
        <source>Stride verti&amp;cal</source>
        <translation>S&amp;tride vertical</translation>
    </message>
    <message>
        <source>Rows per step down</source>
        <translation>Filas por cada paso hacia abajo</translation>
    </message>
    <message>
        <source>horizont&amp;al</source>
        <translation>&amp;horizontal</translation>
    </message>
    <message>
        <source>Columns per step to the right</source>
        <translation>Columnas por cada paso a la derecha</translation>
    </message>
    <message>
        <source>Stride horizontal</source>
        <translation>Stride horizontal</translation>
    </message>
    <message>
        <source>&amp;Padding</source>
        <translation>&amp;Padding</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>ceros</translation>
    </message>
    <message>
        <source>Zeros around the image let the kernel reach its edges, so that the output stays as large as the image (at stride 1).</source>
        <translation>Los ceros alrededor de la imagen permiten que el kernel llegue a los bordes, de modo que la salida conserva el tamaño de la imagen (con stride 1).</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Type a number into a cell; a real network learns its weights</source>
        <translation>Escriba un número en una celda; una red real aprende sus pesos</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Productos</translation>
    </message>
    <message>
        <source>Each pixel under the kernel times its weight</source>
        <translation>Cada píxel bajo el kernel multiplicado por su peso</translation>
    </message>
    <message>
        <source>Patch × weights</source>
        <translation>Recorte × pesos</translation>
    </message>
    <message>
        <source>change kernel size</source>
        <translation>cambiar tamaño del kernel</translation>
    </message>
    <message>
        <source>change number of kernels</source>
        <translation>cambiar número de kernels</translation>
    </message>
    <message>
        <source>change padding</source>
        <translation>cambiar padding</translation>
    </message>
    <message>
        <source>change stride</source>
        <translation>cambiar stride</translation>
    </message>
    <message>
        <source>change kernel</source>
        <translation>cambiar kernel</translation>
    </message>
    <message>
        <source>randomise weights</source>
        <translation>pesos al azar</translation>
    </message>
    <message>
        <source>edit weight</source>
        <translation>editar peso</translation>
    </message>
    <message>
        <source>0, padding</source>
        <translation>0, padding</translation>
    </message>
    <message>
        <source>Map of kernel {number} (red: positive, blue: negative); click to show it</source>
        <translation>Mapa del kernel {number} (rojo: positivo, azul: negativo); haga clic para mostrarlo</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>I&amp;magen</translation>
    </message>
    <message>
        <source>An image is a grid of numbers: one from the lecture, your own, or the current 100 × 13 MFCCs.</source>
        <translation>Una imagen es una cuadrícula de números: una de la clase, una propia o los 100 × 13 MFCC actuales.</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Filas</translation>
    </message>
    <message>
        <source>Height of the image</source>
        <translation>Altura de la imagen</translation>
    </message>
    <message>
        <source>Co&amp;lumns</source>
        <translation>Co&amp;lumnas</translation>
    </message>
    <message>
        <source>Width of the image</source>
        <translation>Anchura de la imagen</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>&amp;Canales</translation>
    </message>
    <message>
        <source>Number of channels, such as red, green and blue; the kernel has the same depth</source>
        <translation>Número de canales, por ejemplo rojo, verde y azul; el kernel tiene los mismos</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Channel whose pixels and weights are shown</source>
        <translation>Canal cuyos píxeles y pesos se muestran</translation>
    </message>
    <message>
        <source>Type a number into a cell; dashed cells are padding</source>
        <translation>Escriba un número en una celda; las celdas con borde discontinuo son padding</translation>
    </message>
    <message>
        <source>Continue live</source>
        <translation>Seguir en vivo</translation>
    </message>
    <message>
        <source>Let the live window follow the sound again</source>
        <translation>La ventana en vivo vuelve a seguir el sonido</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>congelada</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en vivo</translation>
    </message>
    <message>
        <source>no sound yet</source>
        <translation>aún sin sonido</translation>
    </message>
    <message>
        <source>Channel {number}</source>
        <translation>Canal {number}</translation>
    </message>
    <message>
        <source>use live window</source>
        <translation>usar ventana en vivo</translation>
    </message>
    <message>
        <source>use own image</source>
        <translation>usar imagen propia</translation>
    </message>
    <message>
        <source>change image</source>
        <translation>cambiar imagen</translation>
    </message>
    <message>
        <source>resize image</source>
        <translation>redimensionar imagen</translation>
    </message>
    <message>
        <source>change depth</source>
        <translation>cambiar número de canales</translation>
    </message>
    <message>
        <source>edit pixel</source>
        <translation>editar píxel</translation>
    </message>
    <message>
        <source>Conv&amp;olution</source>
        <translation>C&amp;onvolución</translation>
    </message>
    <message>
        <source>Slide kernels over an image and add up the products</source>
        <translation>Deslizar kernels sobre una imagen y sumar los productos</translation>
    </message>
    <message>
        <source>Poolin&amp;g</source>
        <translation>Poolin&amp;g</translation>
    </message>
    <message>
        <source>Shrink an image: keep one number per cell</source>
        <translation>Reducir una imagen: conservar un número por celda</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Laboratorio</translation>
    </message>
    <message>
        <source>followed by ReLU</source>
        <translation>seguida de ReLU</translation>
    </message>
    <message>
        <source>A ReLU sets negative sums to 0</source>
        <translation>Una ReLU pone a 0 las sumas negativas</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Back to the lecture’s example; can be undone</source>
        <translation>Volver al ejemplo de la clase; se puede deshacer</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>restablecer</translation>
    </message>
    <message>
        <source>switch to pooling</source>
        <translation>cambiar a pooling</translation>
    </message>
    <message>
        <source>switch to convolution</source>
        <translation>cambiar a convolución</translation>
    </message>
    <message>
        <source>add ReLU</source>
        <translation>añadir ReLU</translation>
    </message>
    <message>
        <source>remove ReLU</source>
        <translation>quitar ReLU</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Number of steps in each direction: the image with its padding, minus the kernel, divided by the stride and rounded down, plus 1 for the first step.</source>
        <translation>Número de pasos en cada dirección: la imagen con su padding, menos el kernel, dividido entre el stride y redondeado hacia abajo, más 1 por el primer paso.</translation>
    </message>
    <message>
        <source>Output so far; the number of this step is highlighted. Averages with more than four decimals are rounded to two.</source>
        <translation>Salida hasta ahora; el número de este paso está resaltado. Los promedios con más de cuatro decimales se redondean a dos.</translation>
    </message>
    <message>
        <source>{number} maps of {size}</source>
        <translation>{number} mapas de {size}</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>Pooling</translation>
    </message>
    <message>
        <source>Ty&amp;pe</source>
        <translation>Ti&amp;po</translation>
    </message>
    <message>
        <source>max</source>
        <translation>máximo</translation>
    </message>
    <message>
        <source>average</source>
        <translation>promedio</translation>
    </message>
    <message>
        <source>Max pooling keeps the largest value of each cell; average pooling averages them.</source>
        <translation>El max pooling conserva el valor más alto de cada celda; el average pooling, su promedio.</translation>
    </message>
    <message>
        <source>Cell si&amp;ze</source>
        <translation>Tama&amp;ño de celda</translation>
    </message>
    <message>
        <source>Each cell of this size becomes one number of the output</source>
        <translation>Cada celda de este tamaño se convierte en un número de la salida</translation>
    </message>
    <message>
        <source>Rows from one cell to the one below</source>
        <translation>Filas de una celda a la de debajo</translation>
    </message>
    <message>
        <source>Columns from one cell to the next</source>
        <translation>Columnas de una celda a la siguiente</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Celda</translation>
    </message>
    <message>
        <source>Pixels in the current cell; max pooling keeps the highlighted one</source>
        <translation>Píxeles de la celda actual; el max pooling conserva el resaltado</translation>
    </message>
    <message>
        <source>Current cell</source>
        <translation>Celda actual</translation>
    </message>
    <message>
        <source>use {kind} pooling</source>
        <translation>usar pooling ({kind})</translation>
    </message>
    <message>
        <source>change cell size</source>
        <translation>cambiar tamaño de celda</translation>
    </message>
    <message>
        <source>no weights to learn</source>
        <translation>sin pesos que aprender</translation>
    </message>
    <message>
        <source>The live window is rounded to one decimal before anything is computed from it.</source>
        <translation>La ventana en vivo se redondea a un decimal antes de calcular nada con ella.</translation>
    </message>
    <message>
        <source>It is frozen while you step; “Continue live” resumes it.</source>
        <translation>Queda congelada mientras avanza por los pasos; «Seguir en vivo» la reanuda.</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>Este paso</translation>
    </message>
    <message>
        <source>Pla&amp;y</source>
        <translation>E&amp;jecutar</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>At&amp;rás</translation>
    </message>
    <message>
        <source>Previous step (←)</source>
        <translation>Paso anterior (←)</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>S&amp;iguiente</translation>
    </message>
    <message>
        <source>Next step (→)</source>
        <translation>Paso siguiente (→)</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Drag, or use the arrow keys, to go to any step</source>
        <translation>Arrastre o use las teclas de flecha para ir a cualquier paso</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>Pa&amp;so</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>How fast the steps are played</source>
        <translation>Velocidad con que se ejecutan los pasos</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Pausa (Espacio)</translation>
    </message>
    <message>
        <source>Play all steps, row by row (Space)</source>
        <translation>Ejecutar todos los pasos, fila por fila (Espacio)</translation>
    </message>
    <message>
        <source>S&amp;tep {step} of {count}</source>
        <translation>Pa&amp;so {step} de {count}</translation>
    </message>
    <message>
        <source>No s&amp;teps</source>
        <translation>Sin pa&amp;sos</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Deshacer el último cambio</translation>
    </message>
    <message>
        <source>Redo the change that was undone last</source>
        <translation>Rehacer el último cambio deshecho</translation>
    </message>
    <message>
        <source>Sum of this step</source>
        <translation>Suma de este paso</translation>
    </message>
    <message>
        <source>How the highlighted output number is computed, product by product</source>
        <translation>Cómo se calcula el número resaltado de la salida, producto a producto</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Arquitectura</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Cargando el modelo…</translation>
    </message>
    <message>
        <source>image</source>
        <translation>imagen</translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <translation>Capas de la red</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Where the feature maps that raise the genre’s score are active: coarse, and shows only evidence for the genre</source>
        <translation>Dónde están activos los mapas de características que elevan la puntuación del género: poco detallado, y solo muestra indicios a favor del género</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>Gradientes integrados</translation>
    </message>
    <message>
        <source>How much each pixel raises or lowers the genre’s score, compared with average music</source>
        <translation>Cuánto eleva o reduce cada píxel la puntuación del género, en comparación con la música promedio</translation>
    </message>
    <message>
        <source>Leading genre</source>
        <translation>Género principal</translation>
    </message>
    <message>
        <source>Genre to explain: the leading one, or always the same</source>
        <translation>Género que se explica: el principal, o siempre el mismo</translation>
    </message>
    <message>
        <source>Opacity of the evidence over the MFCC image</source>
        <translation>Opacidad de los indicios sobre la imagen MFCC</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Por qué</translation>
    </message>
    <message>
        <source>fo&amp;r</source>
        <translation>pa&amp;ra</translation>
    </message>
    <message>
        <source>Opacit&amp;y</source>
        <translation>Opac&amp;idad</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Say more about this</source>
        <translation>Más información</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>Mapas de características</translation>
    </message>
    <message>
        <source>Layer whose maps are shown. A convolution’s maps are shown before its ReLU, with negative values in blue; the ReLU turns negative values into 0, and max pooling keeps the largest value of each cell.</source>
        <translation>Capa cuyos mapas se muestran. Los mapas de una convolución se muestran antes de su ReLU, con los valores negativos en azul; la ReLU convierte los valores negativos en 0, y el max pooling conserva el valor más alto de cada celda.</translation>
    </message>
    <message>
        <source>Stro&amp;ngest first</source>
        <translation>Más i&amp;ntensos primero</translation>
    </message>
    <message>
        <source>Sort the maps by energy about once per second. Off: every map keeps its place.</source>
        <translation>Ordena los mapas por energía más o menos una vez por segundo. Desactivado: cada mapa permanece en su sitio.</translation>
    </message>
    <message>
        <source>Stretch contrast per &amp;map</source>
        <translation>Contraste por &amp;mapa</translation>
    </message>
    <message>
        <source>Give each map and kernel its own colour scale, so that weak ones show their shape. Off: one scale for all, so that they can be compared.</source>
        <translation>Da a cada mapa y a cada kernel su propia escala de colores, para que también los débiles muestren su forma. Desactivado: una escala para todos, para poder compararlos.</translation>
    </message>
    <message>
        <source>All maps</source>
        <translation>Todos los mapas</translation>
    </message>
    <message>
        <source>Back to all maps of the layer (Esc)</source>
        <translation>Volver a todos los mapas de la capa (Esc)</translation>
    </message>
    <message>
        <source>Reset kernels</source>
        <translation>Restaurar kernels</translation>
    </message>
    <message>
        <source>Some kernels have been edited: restore the model’s own</source>
        <translation>Se han editado algunos kernels: restaurar los del modelo</translation>
    </message>
    <message>
        <source>map {number} of {count}</source>
        <translation>mapa {number} de {count}</translation>
    </message>
    <message>
        <source>after ReLU</source>
        <translation>tras la ReLU</translation>
    </message>
    <message>
        <source>, stride {size}</source>
        <translation>, stride {size}</translation>
    </message>
    <message>
        <source>{number} kernels of {size}{stride}</source>
        <translation>{number} kernels de {size}{stride}</translation>
    </message>
    <message>
        <source>maximum of {size}{stride}</source>
        <translation>máximo de {size}{stride}</translation>
    </message>
    <message>
        <source>average of {size}{stride}</source>
        <translation>promedio de {size}{stride}</translation>
    </message>
    <message>
        <source>each map scaled and shifted</source>
        <translation>cada mapa, escalado y desplazado</translation>
    </message>
    <message>
        <source>negative values set to 0</source>
        <translation>valores negativos puestos a 0</translation>
    </message>
    <message>
        <source>‖ Frozen</source>
        <translation>‖ Congelado</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Géneros</translation>
    </message>
    <message>
        <source>S&amp;ort</source>
        <translation>&amp;Ordenar</translation>
    </message>
    <message>
        <source>Most probable genre first. Off: every genre keeps its place and is easy to find.</source>
        <translation>El género más probable primero. Desactivado: cada género permanece en su sitio y es fácil de encontrar.</translation>
    </message>
    <message>
        <source>Avera&amp;ge over</source>
        <translation>Prome&amp;diar</translation>
    </message>
    <message>
        <source>Silence &amp;below</source>
        <translation>Umbral de &amp;silencio</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Automatic: the genre of the piece, from everything since the music last changed, at most 30 s. Or average over a fixed time; 0 shows each window on its own.</source>
        <translation>Automático: el género de la pieza, a partir de todo lo oído desde el último cambio de música, 30 s como máximo. O bien el promedio de un tiempo fijo; con 0 se muestra cada ventana por separado.</translation>
    </message>
    <message>
        <source> dBFS</source>
        <translation> dBFS</translation>
    </message>
    <message>
        <source>Sound that stays below this level for half a second counts as silence, and no genre is shown. Raise it if background noise gets a genre.</source>
        <translation>El sonido que permanece medio segundo por debajo de este nivel cuenta como silencio y no muestra ningún género. Súbalo si el ruido de fondo recibe un género.</translation>
    </message>
    <message>
        <source>Probabilities of the genres</source>
        <translation>Probabilidades de los géneros</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>History of the genres</source>
        <translation>Historial de los géneros</translation>
    </message>
    <message>
        <source>{duration} min</source>
        <translation>{duration} min</translation>
    </message>
    <message>
        <source>{span}, until {duration} ago</source>
        <translation>{span}, hasta hace {duration}</translation>
    </message>
    <message>
        <source>the last {span}</source>
        <translation>los últimos {span}</translation>
    </message>
    <message>
        <source>Nothing heard yet</source>
        <translation>Aún no se ha oído nada</translation>
    </message>
    <message>
        <source>Drag to look back. Scroll to zoom; double-click to return to now.</source>
        <translation>Arrastre para ver lo anterior. Gire la rueda para ampliar; haga doble clic para volver al presente.</translation>
    </message>
    <message>
        <source>{duration} ago</source>
        <translation>hace {duration}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>Kernels</translation>
    </message>
    <message>
        <source>, muted</source>
        <translation>, silenciado</translation>
    </message>
    <message>
        <source>, changed</source>
        <translation>, modificado</translation>
    </message>
    <message>
        <source>Kernel {number} of {count}</source>
        <translation>Kernel {number} de {count}</translation>
    </message>
    <message>
        <source>{number} muted</source>
        <translation>{number} silenciado</translation>
    </message>
    <message>
        <source>Replace with…</source>
        <translation>Sustituir por…</translation>
    </message>
    <message>
        <source>Kernels: what if…</source>
        <translation>Kernels: ¿y si…?</translation>
    </message>
    <message>
        <source>Each kernel is a grid of weights that slides over the image (time to the right, coefficients upwards). Click one to edit it and watch its map and the genre change.</source>
        <translation>Cada kernel es una cuadrícula de pesos que se desliza sobre la imagen (el tiempo hacia la derecha, los coeficientes hacia arriba). Haga clic en uno para editarlo y observe cómo cambian su mapa y el género.</translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation>Sustituto</translation>
    </message>
    <message>
        <source>Replace this kernel with a well-known detector</source>
        <translation>Sustituir este kernel por un detector conocido</translation>
    </message>
    <message>
        <source>Mu&amp;te</source>
        <translation>Silen&amp;ciar</translation>
    </message>
    <message>
        <source>Set this map to 0 and see what the network says without it</source>
        <translation>Pone este mapa a 0, para ver qué dice la red sin él</translation>
    </message>
    <message>
        <source>mute kernel</source>
        <translation>silenciar kernel</translation>
    </message>
    <message>
        <source>So&amp;lo</source>
        <translation>So&amp;lo</translation>
    </message>
    <message>
        <source>Mute all other maps; press again to unmute them</source>
        <translation>Silencia todos los demás mapas; pulse de nuevo para reactivarlos</translation>
    </message>
    <message>
        <source>solo kernel</source>
        <translation>kernel en solo</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Restore this kernel to the model’s own weights</source>
        <translation>Restaurar los pesos que este kernel tiene en el modelo</translation>
    </message>
    <message>
        <source>restore kernel</source>
        <translation>restaurar kernel</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restaurar todo</translation>
    </message>
    <message>
        <source>Restore all kernels to the model’s own weights; can be undone</source>
        <translation>Restaurar los pesos que todos los kernels tienen en el modelo; se puede deshacer</translation>
    </message>
    <message>
        <source>reset all kernels</source>
        <translation>restaurar todos los kernels</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Sesgo</translation>
    </message>
    <message>
        <source>All kernels</source>
        <translation>Todos los kernels</translation>
    </message>
    <message>
        <source>replace with {name}</source>
        <translation>sustituir por {name}</translation>
    </message>
    <message>
        <source>Weight in row {row}, column {column}</source>
        <translation>Peso en la fila {row}, columna {column}</translation>
    </message>
    <message>
        <source>edit bias</source>
        <translation>editar sesgo</translation>
    </message>
    <message>
        <source>“{cell}” is not a number between −100 and 100.</source>
        <translation>«{cell}» no es un número entre −100 y 100.</translation>
    </message>
    <message>
        <source>{sentence} The old value is kept.</source>
        <translation>{sentence} Se conserva el valor anterior.</translation>
    </message>
    <message>
        <source>Kernel {number} (changed)</source>
        <translation>Kernel {number} (modificado)</translation>
    </message>
    <message>
        <source>Kernel {number}</source>
        <translation>Kernel {number}</translation>
    </message>
    <message>
        <source>{number} changed</source>
        <translation>modificados: {number}</translation>
    </message>
    <message>
        <source>{name}: type a number, then press Enter</source>
        <translation>{name}: escriba un número y pulse Intro</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Input level relative to full scale (dBFS). Bar: RMS over 0.3 s. Line: peak. “Clip” lights up when the input reaches full scale: turn it down.</source>
        <translation>Nivel de entrada respecto al máximo digital (dBFS). Barra: RMS en 0,3 s. Línea: pico. «Clip» se enciende cuando la entrada llega al máximo: baje el nivel.</translation>
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
        <translation>Mapas</translation>
    </message>
    <message>
        <source>Map {number} of {count}</source>
        <translation>Mapa {number} de {count}</translation>
    </message>
    <message>
        <source>frame {frame}, coefficient {coefficient}</source>
        <translation>trama {frame}, coeficiente {coefficient}</translation>
    </message>
    <message>
        <source>Map {number}, {pixel}</source>
        <translation>Mapa {number}, {pixel}</translation>
    </message>
    <message>
        <source>Map {number}: {value} at frame {frame}, coefficient {coefficient}; maximum {maximum}</source>
        <translation>Mapa {number}: {value} en la trama {frame}, coeficiente {coefficient}; máximo {maximum}</translation>
    </message>
    <message>
        <source>the network’s input: {frames} frames × {coefficients} coefficients</source>
        <translation>la entrada de la red: {frames} tramas × {coefficients} coeficientes</translation>
    </message>
    <message>
        <source>what the network sees is shown once a model is loaded</source>
        <translation>lo que ve la red se muestra en cuanto se carga un modelo</translation>
    </message>
    <message>
        <source>MFCC image</source>
        <translation>Imagen MFCC</translation>
    </message>
    <message>
        <source>Colours of the image</source>
        <translation>Colores de la imagen</translation>
    </message>
    <message>
        <source>Hide loudness (c&amp;0)</source>
        <translation>Ocultar sonoridad (c&amp;0)</translation>
    </message>
    <message>
        <source>Coefficient 0 is the loudness; its values are far outside the range of the others.</source>
        <translation>El coeficiente 0 es la sonoridad; sus valores quedan muy lejos del intervalo de los demás.</translation>
    </message>
    <message>
        <source>&amp;Auto levels</source>
        <translation>Niveles au&amp;to</translation>
    </message>
    <message>
        <source>Fit the colour scale to the values of coefficients 1 to 12. Off: keep it fixed; drag the handles of the colour bar to change it.</source>
        <translation>Ajusta la escala de colores a los valores de los coeficientes 1 a 12. Desactivado: la mantiene fija; arrastre los extremos de la barra de colores para cambiarla.</translation>
    </message>
    <message>
        <source>low</source>
        <translation>bajo</translation>
    </message>
    <message>
        <source>high</source>
        <translation>alto</translation>
    </message>
    <message>
        <source>{mfcc}, standardised {value}</source>
        <translation>{mfcc}, estandarizado {value}</translation>
    </message>
    <message>
        <source>seconds before now</source>
        <translation>segundos antes de ahora</translation>
    </message>
    <message>
        <source>coefficient</source>
        <translation>coeficiente</translation>
    </message>
    <message>
        <source>Analysing the file…</source>
        <translation>Analizando el archivo…</translation>
    </message>
    <message>
        <source>Overview of the file</source>
        <translation>Vista general del archivo</translation>
    </message>
    <message>
        <source>{at}{genre}{named}
Click or drag to seek. Shift+drag to loop a part (Esc ends the loop). Scroll to zoom; double-click to show the whole file.</source>
        <translation>{at}{genre}{named}
Haga clic o arrastre para ir a otro punto. Mayús+arrastrar repite una parte en bucle (Esc termina el bucle). Gire la rueda para ampliar; haga doble clic para ver todo el archivo.</translation>
    </message>
    <message>
        <source>{begin} to {end} {genre}</source>
        <translation>{begin} a {end} {genre}</translation>
    </message>
    <message>
        <source>Point at a pixel of a feature map to see how it is computed. Click a map to enlarge it, then click a pixel to pin it; the arrow keys move to its neighbours.</source>
        <translation>Señale un píxel de un mapa de características para ver cómo se calcula. Haga clic en un mapa para ampliarlo y después en un píxel para fijarlo; con las teclas de flecha se pasa a los vecinos.</translation>
    </message>
    <message>
        <source>≈: every number is rounded separately, to two decimals or three digits in the grids and to four decimals below them. The sum is computed from the exact numbers.</source>
        <translation>≈: cada número se redondea por separado; en las cuadrículas, a dos decimales o tres cifras, y debajo de ellas, a cuatro decimales. La suma se calcula con los números exactos.</translation>
    </message>
    <message>
        <source>The sum behind a pixel</source>
        <translation>La suma tras un píxel</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>canal</translation>
    </message>
    <message>
        <source>A kernel has one grid of weights per map of the layer below; all their products are added up. Choose the channel to show.</source>
        <translation>Un kernel tiene una cuadrícula de pesos por cada mapa de la capa inferior; todos sus productos se suman. Elija el canal que se muestra.</translation>
    </message>
    <message>
        <source>Show the channel that contributes most to the sum, positive or negative</source>
        <translation>Mostrar el canal que más contribuye a la suma, positivo o negativo</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Suma</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>de {count}</translation>
    </message>
    <message>
        <source>Strongest: {number}</source>
        <translation>El más fuerte: {number}</translation>
    </message>
    <message>
        <source>channel {channel}: sum of {count} products ≈ {sum:.4f}</source>
        <translation>canal {channel}: suma de {count} productos ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>sum of {count} products ≈ {sum:.4f}</source>
        <translation>suma de {count} productos ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>{products:.4f} + bias {bias:.4f} ≈ {sum:.4f}</source>
        <translation>{products:.4f} + sesgo {bias:.4f} ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>maximum of {count} values = {sum:.4f}</source>
        <translation>máximo de {count} valores = {sum:.4f}</translation>
    </message>
    <message>
        <source>average of {count} values ≈ {sum:.4f}</source>
        <translation>promedio de {count} valores ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>{value:.4f} · gain {gain:.4f} + shift {bias:.4f} ≈ {sum:.4f}</source>
        <translation>{value:.4f} · ganancia {gain:.4f} + desplazamiento {bias:.4f} ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>ReLU: max(0, {sum:.4f}) = {value:.4f}</source>
        <translation>ReLU: max(0, {sum:.4f}) = {value:.4f}</translation>
    </message>
    <message>
        <source>in the map: {value:.4f}</source>
        <translation>en el mapa: {value:.4f}</translation>
    </message>
    <message>
        <source>patch</source>
        <translation>recorte</translation>
    </message>
    <message>
        <source>× kernel</source>
        <translation>× kernel</translation>
    </message>
    <message>
        <source>≈ products</source>
        <translation>≈ productos</translation>
    </message>
    <message>
        <source>the image as the network sees it</source>
        <translation>la imagen tal como la ve la red</translation>
    </message>
    <message>
        <source>{below}, map {number}</source>
        <translation>{below}, mapa {number}</translation>
    </message>
    <message>
        <source>in {name}:</source>
        <translation>en {name}:</translation>
    </message>
    <message>
        <source>Playlist</source>
        <translation>Lista de reproducción</translation>
    </message>
    <message>
        <source>Show all files of the playlist and choose one</source>
        <translation>Ver todos los archivos de la lista de reproducción y elegir uno</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} de {count}</translation>
    </message>
    <message>
        <source>, current file</source>
        <translation>, archivo actual</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Partes</translation>
    </message>
    <message>
        <source>Name the looped part, and loop the parts that have names</source>
        <translation>Dar nombre a la parte en bucle y repetir las partes que tienen nombre</translation>
    </message>
    <message>
        <source>&amp;Rename this part…</source>
        <translation>Cambiar el &amp;nombre…</translation>
    </message>
    <message>
        <source>Remo&amp;ve its name</source>
        <translation>&amp;Quitar el nombre</translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation>Parte {number}</translation>
    </message>
    <message>
        <source>&amp;Name this part…</source>
        <translation>Dar &amp;nombre…</translation>
    </message>
    <message>
        <source>Name a part</source>
        <translation>Nombre de la parte</translation>
    </message>
    <message>
        <source>Name of the part from {begin} to {end}:</source>
        <translation>Nombre de la parte de {begin} a {end}:</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Predeterminado</translation>
    </message>
    <message>
        <source>Input device</source>
        <translation>Dispositivo de entrada</translation>
    </message>
    <message>
        <source>Microphone or other input device</source>
        <translation>Micrófono u otro dispositivo de entrada</translation>
    </message>
    <message>
        <source>Select an input…</source>
        <translation>Elija una entrada…</translation>
    </message>
    <message>
        <source>No input device</source>
        <translation>Sin dispositivo de entrada</translation>
    </message>
    <message>
        <source>Windows analysed per second; full speed is 43</source>
        <translation>Ventanas analizadas por segundo; la velocidad máxima es 43</translation>
    </message>
    <message>
        <source>Screen updates per second</source>
        <translation>Actualizaciones de la pantalla por segundo</translation>
    </message>
    <message>
        <source>Delay from the sound to its display on screen</source>
        <translation>Retardo desde el sonido hasta que se muestra en pantalla</translation>
    </message>
    <message>
        <source>Sound lost before analysis, and windows skipped because the computer was too slow</source>
        <translation>Sonido perdido antes del análisis, y ventanas omitidas porque el equipo era demasiado lento</translation>
    </message>
    <message>
        <source>, {number} not reached</source>
        <translation>, {number} sin respuesta</translation>
    </message>
    <message>
        <source>Sending to {programs}{failing}</source>
        <translation>Enviando a {programs}{failing}</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>estéreo</translation>
    </message>
    <message>
        <source>{number} channels</source>
        <translation>{number} canales</translation>
    </message>
    <message>
        <source>{rate:g} kHz {kind}</source>
        <translation>{rate:g} kHz {kind}</translation>
    </message>
    <message>
        <source>{number:.0f} windows/s</source>
        <translation>{number:.0f} ventanas/s</translation>
    </message>
    <message>
        <source>{number:.0f} updates/s</source>
        <translation>{number:.0f} imágenes/s</translation>
    </message>
    <message>
        <source>{delay} ms delay</source>
        <translation>{delay} ms de retardo</translation>
    </message>
    <message>
        <source>Delay from the sound to its display on screen, {delay:.0f} ms of it in the input device</source>
        <translation>Retardo desde el sonido hasta que se muestra en pantalla; {delay:.0f} ms corresponden al dispositivo de entrada</translation>
    </message>
    <message>
        <source>{number} lost</source>
        <translation>{number} perdidas</translation>
    </message>
    <message>
        <source>{number} skipped</source>
        <translation>{number} omitidas</translation>
    </message>
    <message>
        <source>{overflows} device overflows, {lost} sample frames lost before analysis, {skipped} windows skipped because the computer was too slow</source>
        <translation>{overflows} desbordamientos del dispositivo, {lost} muestras perdidas antes del análisis, {skipped} ventanas omitidas porque el equipo era demasiado lento</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Playback volume; does not affect the analysis</source>
        <translation>Volumen de reproducción; no afecta al análisis</translation>
    </message>
    <message>
        <source>{file} genres</source>
        <translation>Géneros de {file}</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Repetición</translation>
    </message>
    <message>
        <source>Network stream</source>
        <translation>Flujo de red</translation>
    </message>
    <message>
        <source>(tagged {genre})</source>
        <translation>(etiqueta: {genre})</translation>
    </message>
    <message>
        <source>{samples} samples ÷ {hop} = {frames} frames, {coefficients} coefficients each: an image of {frames} × {coefficients} × 1</source>
        <translation>{samples} muestras ÷ {hop} = {frames} tramas de {coefficients} coeficientes cada una: una imagen de {frames} × {coefficients} × 1</translation>
    </message>
    <message>
        <source>Point at a frame, or press ← and →, to see which samples it covers.
Sound: {rate} samples per second, magnified to the scale shown.
Log-mel: level in {bands} frequency bands, low ones at the bottom; the colours span the {range:.0f} dB used for the MFCCs.
MFCC: {coefficients} coefficients that describe the shape of the log-mel spectrum; coefficient 0 is at the bottom. Each has its own colour scale.</source>
        <translation>Señale una trama, o pulse ← y →, para ver qué muestras abarca.
Sonido: {rate} muestras por segundo, ampliado a la escala indicada.
Log-mel: nivel en {bands} bandas de frecuencia, las graves abajo; los colores abarcan los {range:.0f} dB usados para los MFCC.
MFCC: {coefficients} coeficientes que describen la forma del espectro log-mel; el coeficiente 0 está abajo. Cada uno tiene su propia escala de colores.</translation>
    </message>
    <message>
        <source>No sound was kept: it is kept only if this panel is open when you freeze the display</source>
        <translation>No se ha guardado el sonido: solo se guarda si este panel está abierto al congelar la pantalla</translation>
    </message>
    <message>
        <source>From wave to image</source>
        <translation>De la onda a la imagen</translation>
    </message>
    <message>
        <source>Frame {frame} covers {samples} samples, {first} to {last} of {all}; the first {before} are to the left of the strip.</source>
        <translation>La trama {frame} abarca {samples} muestras, de la {first} a la {last} de {all}; las primeras {before} quedan a la izquierda de la franja.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Log-mel</source>
        <translation>Log-mel</translation>
    </message>
    <message>
        <source>MFCC</source>
        <translation>MFCC</translation>
    </message>
    <message>
        <source>Frame {number} of {count}</source>
        <translation>Trama {number} de {count}</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>Abrir sesión</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Earlier sessions</source>
        <translation>Sesiones anteriores</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Mostly</source>
        <translation>Sobre todo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>{session} (open in another window)</source>
        <translation>{session} (abierta en otra ventana)</translation>
    </message>
    <message>
        <source>Sessions are kept in {folder}.</source>
        <translation>Las sesiones se guardan en {folder}.</translation>
    </message>
    <message>
        <source>There are no earlier sessions on the disk.</source>
        <translation>No hay sesiones anteriores en el disco.</translation>
    </message>
    <message>
        <source>Delete session</source>
        <translation>Eliminar sesión</translation>
    </message>
    <message>
        <source>Delete the session of {session}, with its {parts}, from the disk? This can’t be undone.</source>
        <translation>¿Eliminar del disco la sesión de {session}, con {parts}? Esta acción no se puede deshacer.</translation>
    </message>
    <message>
        <source>Continue it</source>
        <translation>Continuarla</translation>
    </message>
    <message>
        <source>Show the last session here, and add what is heard from now on</source>
        <translation>Mostrar aquí la última sesión y añadirle lo que se oiga a partir de ahora</translation>
    </message>
    <message>
        <source>Close this line</source>
        <translation>Cerrar esta línea</translation>
    </message>
    <message>
        <source>Close this line; the session can still be opened with Open…</source>
        <translation>Cerrar esta línea; la sesión seguirá disponible en Abrir…</translation>
    </message>
    <message>
        <source>Nothing yet.
Anything heard for at least five seconds appears here, from a microphone or a file.</source>
        <translation>Todavía nada.
Aquí aparece todo lo que se oiga durante al menos cinco segundos, de un micrófono o de un archivo.</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Show only parts with these words in their source, genre or note</source>
        <translation>Mostrar solo las partes que contienen estas palabras en la fuente, el género o la nota</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>E&amp;liminar</translation>
    </message>
    <message>
        <source>Delete the selected parts from the list (Del). Undo puts them back.</source>
        <translation>Eliminar de la lista las partes seleccionadas (Supr). Deshacer las recupera.</translation>
    </message>
    <message>
        <source>How long each genre was heard in the parts shown or selected</source>
        <translation>Cuánto tiempo se oyó cada género en las partes mostradas o seleccionadas</translation>
    </message>
    <message>
        <source>Last session: {last}, {parts}.</source>
        <translation>Última sesión: {last}, {parts}.</translation>
    </message>
    <message>
        <source>No part matches “{filter}”. Esc shows all.</source>
        <translation>Ninguna parte coincide con «{filter}». Esc muestra todas.</translation>
    </message>
    <message>
        <source>{number} of {parts}</source>
        <translation>{number} de {parts}</translation>
    </message>
    <message>
        <source>kept on disk</source>
        <translation>en el disco</translation>
    </message>
    <message>
        <source>kept until the program ends</source>
        <translation>solo hasta cerrar el programa</translation>
    </message>
    <message>
        <source>{parts}, {duration} in all, {kept}</source>
        <translation>{parts}, {duration} en total, {kept}</translation>
    </message>
    <message>
        <source>{number} selected, {duration}:</source>
        <translation>{number} en la selección, {duration}:</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Género</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilidad</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Grabado</translation>
    </message>
    <message>
        <source>What was heard. Type or choose another name (F2).</source>
        <translation>Lo que se oyó. Escriba o elija otro nombre (F2).</translation>
    </message>
    <message>
        <source>Probability of the genre, or of the two together, averaged over the part</source>
        <translation>Probabilidad media, durante la parte, del género o de los dos juntos</translation>
    </message>
    <message>
        <source>Your own note (F2)</source>
        <translation>Su propia nota (F2)</translation>
    </message>
    <message>
        <source>When it was recorded, according to the file’s name or tags</source>
        <translation>Cuándo se grabó, según el nombre o las etiquetas del archivo</translation>
    </message>
    <message>
        <source>rename part</source>
        <translation>cambiar nombre de la parte</translation>
    </message>
    <message>
        <source>edit note</source>
        <translation>editar nota</translation>
    </message>
    <message>
        <source>Heard: {heard}</source>
        <translation>Oído: {heard}</translation>
    </message>
    <message>
        <source>d MMM HH:mm:ss</source>
        <translation>d MMM HH:mm:ss</translation>
    </message>
    <message>
        <source>Parts of the session</source>
        <translation>Partes de la sesión</translation>
    </message>
    <message>
        <source>Record the input to a FLAC file</source>
        <translation>Grabar la entrada en un archivo FLAC</translation>
    </message>
    <message>
        <source>Stop recording and keep the file</source>
        <translation>Detener la grabación y conservar el archivo</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>F&amp;uente</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Preferencias…</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Manual</translation>
    </message>
    <message>
        <source>Everything the window can do</source>
        <translation>Todo lo que puede hacer la ventana</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Atajos de teclado</translation>
    </message>
    <message>
        <source>M&amp;odel card</source>
        <translation>&amp;Ficha del modelo</translation>
    </message>
    <message>
        <source>What the model was trained on, and how often it is right</source>
        <translation>Con qué se entrenó el modelo y con qué frecuencia acierta</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Visita guiada</translation>
    </message>
    <message>
        <source>A quick tour of the window</source>
        <translation>Un recorrido rápido por la ventana</translation>
    </message>
    <message>
        <source>&amp;Copy diagnostics</source>
        <translation>&amp;Copiar diagnóstico</translation>
    </message>
    <message>
        <source>Copy versions, devices and the end of the log for a bug report; no audio and no file names</source>
        <translation>Copiar versiones, dispositivos y el final del registro para informar de un error; sin audio ni nombres de archivo</translation>
    </message>
    <message>
        <source>&amp;About genre-monitor</source>
        <translation>Ace&amp;rca de genre-monitor</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>&amp;Abrir archivos…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Open audio files, or drop them on the window</source>
        <translation>Abrir archivos de audio, o arrastrarlos a la ventana</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>Abrir &amp;carpeta…</translation>
    </message>
    <message>
        <source>Play all audio files in a folder</source>
        <translation>Reproducir todos los archivos de audio de una carpeta</translation>
    </message>
    <message>
        <source>Open &amp;address…</source>
        <translation>Abrir d&amp;irección…</translation>
    </message>
    <message>
        <source>Listen to an internet radio station or another stream</source>
        <translation>Escuchar una emisora de radio por internet u otro flujo</translation>
    </message>
    <message>
        <source>Open from clip&amp;board</source>
        <translation>Abrir desde el &amp;portapapeles</translation>
    </message>
    <message>
        <source>Open an address or files that were copied elsewhere</source>
        <translation>Abrir una dirección o archivos copiados en otro lugar</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;recientes</translation>
    </message>
    <message>
        <source>Play &amp;demo</source>
        <translation>Reproducir &amp;demo</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Play the music that comes with genre-monitor</source>
        <translation>Reproducir la música que acompaña a genre-monitor</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>&amp;New session</source>
        <translation>&amp;Nueva sesión</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nueva</translation>
    </message>
    <message>
        <source>Begin an empty session; this one stays on disk</source>
        <translation>Empezar una sesión vacía; la actual queda en el disco</translation>
    </message>
    <message>
        <source>Open sess&amp;ion…</source>
        <translation>Abrir &amp;sesión…</translation>
    </message>
    <message>
        <source>Open an earlier session and continue it; this one stays on disk</source>
        <translation>Abrir una sesión anterior y continuarla; la actual queda en el disco</translation>
    </message>
    <message>
        <source>&amp;Save session…</source>
        <translation>&amp;Guardar sesión…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Save the session as CSV, JSON or Audacity labels</source>
        <translation>Guardar la sesión como CSV, JSON o etiquetas de Audacity</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Sa&amp;lir</translation>
    </message>
    <message>
        <source>&amp;Listen to input</source>
        <translation>&amp;Escuchar la entrada</translation>
    </message>
    <message>
        <source>&amp;Refresh inputs</source>
        <translation>Actuali&amp;zar entradas</translation>
    </message>
    <message>
        <source>Look for new input devices</source>
        <translation>Buscar nuevos dispositivos de entrada</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Iniciar</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>Skip &amp;back 5 seconds</source>
        <translation>&amp;Retroceder 5 segundos</translation>
    </message>
    <message>
        <source>Skip &amp;forward 5 seconds</source>
        <translation>&amp;Avanzar 5 segundos</translation>
    </message>
    <message>
        <source>Pre&amp;vious file</source>
        <translation>Archivo an&amp;terior</translation>
    </message>
    <message>
        <source>Go to the start of this file, or to the previous file</source>
        <translation>Ir al principio de este archivo, o al archivo anterior</translation>
    </message>
    <message>
        <source>&amp;Next file</source>
        <translation>Archivo &amp;siguiente</translation>
    </message>
    <message>
        <source>Go to the next file</source>
        <translation>Ir al archivo siguiente</translation>
    </message>
    <message>
        <source>Re&amp;cord input</source>
        <translation>&amp;Grabar la entrada</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Grabar</translation>
    </message>
    <message>
        <source>Recordings f&amp;older…</source>
        <translation>&amp;Carpeta de grabaciones…</translation>
    </message>
    <message>
        <source>Choose where recordings are saved</source>
        <translation>Elegir dónde se guardan las grabaciones</translation>
    </message>
    <message>
        <source>Repla&amp;y last 30 seconds</source>
        <translation>Repetir los ú&amp;ltimos 30 segundos</translation>
    </message>
    <message>
        <source>Replay 30 s</source>
        <translation>Repetir 30 s</translation>
    </message>
    <message>
        <source>Replay the last 30 seconds of input, which are kept in memory only, then go back to listening</source>
        <translation>Repetir los últimos 30 segundos de la entrada, guardados solo en memoria, y seguir escuchando</translation>
    </message>
    <message>
        <source>Free&amp;ze display</source>
        <translation>C&amp;ongelar la pantalla</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Congelar</translation>
    </message>
    <message>
        <source>Freeze the display and keep listening</source>
        <translation>Congelar la pantalla y seguir escuchando</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>En &amp;vivo</translation>
    </message>
    <message>
        <source>See the current sound, and how the network classifies it</source>
        <translation>Ver el sonido actual y cómo lo clasifica la red</translation>
    </message>
    <message>
        <source>La&amp;boratory</source>
        <translation>La&amp;boratorio</translation>
    </message>
    <message>
        <source>Try convolution and pooling by hand, step by step</source>
        <translation>Probar la convolución y el pooling a mano, paso a paso</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>&amp;Sesión</translation>
    </message>
    <message>
        <source>List everything heard in this session</source>
        <translation>Lista de todo lo oído en esta sesión</translation>
    </message>
    <message>
        <source>Genre onl&amp;y</source>
        <translation>S&amp;olo el género</translation>
    </message>
    <message>
        <source>A small window with just the genre</source>
        <translation>Una ventana pequeña con solo el género</translation>
    </message>
    <message>
        <source>Why th&amp;is genre</source>
        <translation>&amp;Por qué este género</translation>
    </message>
    <message>
        <source>M&amp;odel</source>
        <translation>Mode&amp;lo</translation>
    </message>
    <message>
        <source>Open &amp;model…</source>
        <translation>&amp;Abrir modelo…</translation>
    </message>
    <message>
        <source>Full s&amp;creen</source>
        <translation>Pantalla compl&amp;eta</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>&amp;Zoom</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Ampliar</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Reducir</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>Tamaño &amp;normal</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Start listening or playing again</source>
        <translation>Empezar a escuchar o reproducir de nuevo</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Stop and release the device</source>
        <translation>Detener y liberar el dispositivo</translation>
    </message>
    <message>
        <source>Pause the file</source>
        <translation>Pausar el archivo</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>Re&amp;producir</translation>
    </message>
    <message>
        <source>Resume the file</source>
        <translation>Reanudar el archivo</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Calculando…</translation>
    </message>
    <message>
        <source>no genre shown</source>
        <translation>no se muestra ningún género</translation>
    </message>
    <message>
        <source>Could not be computed</source>
        <translation>No se pudo calcular</translation>
    </message>
    <message>
        <source>{square} for {genre}</source>
        <translation>{square} a favor de {genre}</translation>
    </message>
    <message>
        <source>{square} against</source>
        <translation>{square} en contra</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Paneles</translation>
    </message>
    <message>
        <source>Neither an address nor files were copied.</source>
        <translation>No se ha copiado ninguna dirección ni ningún archivo.</translation>
    </message>
    <message>
        <source>Diagnostics copied: paste them into your report.</source>
        <translation>Diagnóstico copiado: péguelo en su informe.</translation>
    </message>
    <message>
        <source>Open audio files</source>
        <translation>Abrir archivos de audio</translation>
    </message>
    <message>
        <source>Audio files ({patterns});;All files (*)</source>
        <translation>Archivos de audio ({patterns});;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Abrir modelo</translation>
    </message>
    <message>
        <source>Models (*{extension});;All files (*)</source>
        <translation>Modelos (*{extension});;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Model: {name}. {summary}</source>
        <translation>Modelo: {name}. {summary}</translation>
    </message>
    <message>
        <source>About genre-monitor</source>
        <translation>Acerca de genre-monitor</translation>
    </message>
    <message>
        <source>&lt;h3&gt;genre-monitor {version}&lt;/h3&gt;&lt;p&gt;See live what a convolutional network hears: the MFCC image, the feature maps of its layers, and the genre.&lt;/p&gt;&lt;p&gt;{about}&lt;/p&gt;&lt;p&gt;MIT licence. Audio never leaves this computer.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;genre-monitor {version}&lt;/h3&gt;&lt;p&gt;Vea en vivo lo que oye una red convolucional: la imagen MFCC, los mapas de características de sus capas y el género.&lt;/p&gt;&lt;p&gt;{about}&lt;/p&gt;&lt;p&gt;Licencia MIT. El audio nunca sale de este equipo.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Imagen PNG (*.png)</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>Imagen SVG (*.svg)</translation>
    </message>
    <message>
        <source>CSV table of the numbers shown (*.csv)</source>
        <translation>Tabla CSV de los números mostrados (*.csv)</translation>
    </message>
    <message>
        <source>All arrays for NumPy (*.npz)</source>
        <translation>Todas las matrices para NumPy (*.npz)</translation>
    </message>
    <message>
        <source>Workbook for spreadsheets (*.xlsx)</source>
        <translation>Libro para hojas de cálculo (*.xlsx)</translation>
    </message>
    <message>
        <source>Audacity labels (*.txt)</source>
        <translation>Etiquetas de Audacity (*.txt)</translation>
    </message>
    <message>
        <source>Cue sheet (*.cue)</source>
        <translation>Hoja CUE (*.cue)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>&amp;Copiar imagen</translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation>Guardar &amp;imagen…</translation>
    </message>
    <message>
        <source>Save &amp;numbers…</source>
        <translation>Guardar &amp;números…</translation>
    </message>
    <message>
        <source>&amp;Whole page</source>
        <translation>&amp;Página completa</translation>
    </message>
    <message>
        <source>There is nothing to save on this page.</source>
        <translation>En esta página no hay nada que guardar.</translation>
    </message>
    <message>
        <source>“{title}” is empty, so there are no numbers to save.</source>
        <translation>«{title}» está vacío, así que no hay números que guardar.</translation>
    </message>
    <message>
        <source>Save “{title}”</source>
        <translation>Guardar «{title}»</translation>
    </message>
    <message>
        <source>Could not save “{name}” in {parent}: {reason}. Choose another folder.</source>
        <translation>No se pudo guardar «{name}» en {parent}: {reason}. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>“{name}” already exists. Replace it?</source>
        <translation>«{name}» ya existe. ¿Desea reemplazarlo?</translation>
    </message>
    <message>
        <source>&amp;Always on top</source>
        <translation>&amp;Siempre visible</translation>
    </message>
    <message>
        <source>Keep this window in front of all others</source>
        <translation>Mantener esta ventana delante de todas las demás</translation>
    </message>
    <message>
        <source>&amp;Whole window</source>
        <translation>&amp;Ventana completa</translation>
    </message>
    <message>
        <source>Show everything again (Esc)</source>
        <translation>Volver a mostrar todo (Esc)</translation>
    </message>
    <message>
        <source># No model

No model is loaded.</source>
        <translation># Sin modelo

No hay ningún modelo cargado.</translation>
    </message>
    <message>
        <source>Its file does not say how often it is right.</source>
        <translation>Su archivo no indica con qué frecuencia acierta.</translation>
    </message>
    <message>
        <source>Genres: {genres}.</source>
        <translation>Géneros: {genres}.</translation>
    </message>
    <message>
        <source>Trained with `{command}`.</source>
        <translation>Entrenado con `{command}`.</translation>
    </message>
    <message>
        <source>| layer | output |</source>
        <translation>| capa | salida |</translation>
    </message>
    <message>
        <source>Inspectors</source>
        <translation>Inspectores</translation>
    </message>
    <message>
        <source>{layer}, map {number}, frame {frame} of {frames}, coefficient {coefficient}</source>
        <translation>{layer}, mapa {number}, trama {frame} de {frames}, coeficiente {coefficient}</translation>
    </message>
    <message>
        <source>From &amp;wave to image</source>
        <translation>&amp;De la onda a la imagen</translation>
    </message>
    <message>
        <source>&amp;MFCC image</source>
        <translation>Imagen &amp;MFCC</translation>
    </message>
    <message>
        <source>&amp;Feature maps</source>
        <translation>Mapas de &amp;características</translation>
    </message>
    <message>
        <source>The s&amp;um behind a pixel</source>
        <translation>La s&amp;uma tras un píxel</translation>
    </message>
    <message>
        <source>&amp;Kernels: what if…</source>
        <translation>&amp;Kernels: ¿y si…?</translation>
    </message>
    <message>
        <source>&amp;Genres</source>
        <translation>&amp;Géneros</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Historial</translation>
    </message>
    <message>
        <source>&amp;Architecture</source>
        <translation>&amp;Arquitectura</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Si&amp;ze of text and controls</source>
        <translation>Tamaño del te&amp;xto y los controles</translation>
    </message>
    <message>
        <source>&amp;Recordings</source>
        <translation>&amp;Grabaciones</translation>
    </message>
    <message>
        <source>Changes take effect at once and are remembered.</source>
        <translation>Los cambios se aplican al instante y se recuerdan.</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Idioma del sistema</translation>
    </message>
    <message>
        <source>On this screen; Ctrl++ and Ctrl+− change it too</source>
        <translation>En esta pantalla; Ctrl++ y Ctrl+− también lo cambian</translation>
    </message>
    <message>
        <source>&amp;OSC</source>
        <translation>&amp;OSC</translation>
    </message>
    <message>
        <source>Open Sound Control, for TouchDesigner, QLC+, Max …</source>
        <translation>Open Sound Control, para TouchDesigner, QLC+, Max…</translation>
    </message>
    <message>
        <source>&amp;Web page on port</source>
        <translation>Página &amp;web en el puerto</translation>
    </message>
    <message>
        <source>A page with the genre, for a browser or OBS</source>
        <translation>Una página con el género, para un navegador u OBS</translation>
    </message>
    <message>
        <source>&amp;MQTT broker</source>
        <translation>Broker &amp;MQTT</translation>
    </message>
    <message>
        <source>Home Assistant discovers it automatically</source>
        <translation>Home Assistant lo detecta automáticamente</translation>
    </message>
    <message>
        <source>&amp;Command on change</source>
        <translation>&amp;Comando al cambiar</translation>
    </message>
    <message>
        <source>Run without a shell</source>
        <translation>Se ejecuta sin shell</translation>
    </message>
    <message>
        <source>Tell other programs what is heard</source>
        <translation>Comunicar a otros programas lo que se oye</translation>
    </message>
    <message>
        <source>Off. Example: {example}</source>
        <translation>Desactivado; por ejemplo, {example}</translation>
    </message>
    <message>
        <source>Delete the password from the system’s keyring</source>
        <translation>Eliminar la contraseña del depósito de claves del sistema</translation>
    </message>
    <message>
        <source>Its &amp;password</source>
        <translation>Su co&amp;ntraseña</translation>
    </message>
    <message>
        <source>Kept in the system’s keyring</source>
        <translation>Guardada en el depósito de claves del sistema</translation>
    </message>
    <message>
        <source>Sending to {receivers}.</source>
        <translation>Se envía a: {receivers}.</translation>
    </message>
    <message>
        <source>Nothing is sent.</source>
        <translation>No se envía nada.</translation>
    </message>
    <message>
        <source>Help — {application}</source>
        <translation>Ayuda — {application}</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Back to the previous page (Alt+Left)</source>
        <translation>Volver a la página anterior (Alt+Izquierda)</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Buscar…</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>&amp;Vaciar la lista</translation>
    </message>
    <message>
        <source>Folder for recordings</source>
        <translation>Carpeta de grabaciones</translation>
    </message>
    <message>
        <source>{number} files in {folder}</source>
        <translation>{number} archivos en {folder}</translation>
    </message>
    <message>
        <source>Recorded {duration} in {where}</source>
        <translation>Grabación de {duration} en {where}</translation>
    </message>
    <message>
        <source>Could not read the settings from {file}: {reason}. Using the defaults. Nothing is remembered until you move it away.</source>
        <translation>No se pudo leer la configuración de {file}: {reason}. Se usan los valores predeterminados. No se recordará nada hasta que lo quite de ahí.</translation>
    </message>
    <message>
        <source>Could not read the settings from {file}. Using the defaults.</source>
        <translation>No se pudo leer la configuración de {file}. Se usan los valores predeterminados.</translation>
    </message>
    <message>
        <source>Could not save the settings to {file}. Check that the folder is writable and the disk is not full.</source>
        <translation>No se pudo guardar la configuración en {file}. Compruebe que se puede escribir en la carpeta y que el disco no está lleno.</translation>
    </message>
    <message>
        <source>Settings in {damaged} are damaged and could not be reset: {error}. Delete the file and restart genre-monitor.</source>
        <translation>La configuración de {damaged} está dañada y no se pudo restablecer: {error}. Elimine el archivo y reinicie genre-monitor.</translation>
    </message>
    <message>
        <source>Settings were damaged and have been reset. The old file is {kept}.</source>
        <translation>La configuración estaba dañada y se ha restablecido. El archivo anterior es {kept}.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Choose what to listen to: a microphone, your own files, or the demo. Nothing is recorded unless you press Record, and nothing leaves this computer.</source>
        <translation>Elija qué escuchar: un micrófono, sus propios archivos o la demo. No se graba nada a menos que pulse Grabar, y nada sale de este equipo.</translation>
    </message>
    <message>
        <source>This is all the network hears: the last 2.3 seconds as 100 frames of 13 MFCCs, with the newest on the right.</source>
        <translation>Esto es todo lo que oye la red: los últimos 2,3 segundos como 100 tramas de 13 MFCC, con la más reciente a la derecha.</translation>
    </message>
    <message>
        <source>These are the feature maps of one layer, one for each of its kernels. Choose any layer; click a map to enlarge it, or a kernel to change it.</source>
        <translation>Estos son los mapas de características de una capa, uno por cada uno de sus kernels. Elija cualquier capa; haga clic en un mapa para ampliarlo, o en un kernel para cambiarlo.</translation>
    </message>
    <message>
        <source>And this is the network’s answer, from everything it has heard since the music last changed. When it cannot decide, it names two genres, or says that it is not sure.</source>
        <translation>Y esta es la respuesta de la red, a partir de todo lo que ha oído desde el último cambio de música. Cuando no puede decidirse, nombra dos géneros o indica que no está segura.</translation>
    </message>
    <message>
        <source>The View menu has more: the sum behind each pixel, why this genre, the history, the architecture, a list of everything heard in this session, and the laboratory, where you can try convolution and pooling by hand.</source>
        <translation>El menú Ver ofrece más: la suma tras cada píxel, el porqué de este género, el historial, la arquitectura, una lista de todo lo oído en esta sesión y el laboratorio, donde puede probar la convolución y el pooling a mano.</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Visita guiada</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Skip the tour; Help ▸ Tour shows it again ({keys})</source>
        <translation>Omitir la visita; Ayuda ▸ Visita guiada la vuelve a mostrar ({keys})</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Audio track</source>
        <translation>Pista de sonido</translation>
    </message>
    <message>
        <source>Audio track of the video</source>
        <translation>Pista de sonido del vídeo</translation>
    </message>
    <message>
        <source>Internet radio (http, https) as mp3, ogg, aac or HLS, or a stream over RTSP. It is played and analysed. The address may contain a user name and a password (http://NAME:PASSWORD@…); the password is not remembered.</source>
        <translation>Radio por internet (http, https) en mp3, ogg, aac o HLS, o un flujo por RTSP. Se reproduce y se analiza. La dirección puede contener un nombre de usuario y una contraseña (http://NAME:PASSWORD@…); la contraseña no se guarda.</translation>
    </message>
    <message>
        <source>Open address</source>
        <translation>Abrir dirección</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>Vaciar la lista</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy, HH:mm</source>
        <translation>ddd d MMM yyyy, HH:mm</translation>
    </message>
</context>
</TS>
