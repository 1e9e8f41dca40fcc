<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Numbers at this step:</source>
        <translation>Nombres de cette étape&#xa0;:</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Noyau</translation>
    </message>
    <message>
        <source>&amp;Kernel</source>
        <translation>No&amp;yau</translation>
    </message>
    <message>
        <source>A kernel is a grid of weights; its output is largest where the image matches it.</source>
        <translation>Un noyau est une grille de poids&#x202f;; sa sortie est maximale là où l’image lui ressemble.</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Taille</translation>
    </message>
    <message>
        <source>Always odd, so that the kernel has a centre</source>
        <translation>Toujours impaire, pour que le noyau ait un centre</translation>
    </message>
    <message>
        <source>Rando&amp;m</source>
        <translation>Au &amp;hasard</translation>
    </message>
    <message>
        <source>Random weights, as in a network before training</source>
        <translation>Poids aléatoires, comme dans un réseau avant l’entraînement</translation>
    </message>
    <message>
        <source>Ker&amp;nels</source>
        <translation>Nom&amp;bre</translation>
    </message>
    <message>
        <source>Number of kernels; each one makes its own feature map</source>
        <translation>Nombre de noyaux&#x202f;; chacun produit sa propre carte de caractéristiques</translation>
    </message>
    <message>
        <source>Kernel shown</source>
        <translation>Noyau affiché</translation>
    </message>
    <message>
        <source>Kernel whose weights and feature map are shown</source>
        <translation>Noyau dont les poids et la carte de caractéristiques sont affichés</translation>
    </message>
    <message>
        <source>Stride verti&amp;cal</source>
        <translation>Pas &amp;vertical</translation>
    </message>
    <message>
        <source>Rows per step down</source>
        <translation>Lignes par déplacement vers le bas</translation>
    </message>
    <message>
        <source>horizont&amp;al</source>
        <translation>hori&amp;zontal</translation>
    </message>
    <message>
        <source>Columns per step to the right</source>
        <translation>Colonnes par déplacement vers la droite</translation>
    </message>
    <message>
        <source>Stride horizontal</source>
        <translation>Pas horizontal</translation>
    </message>
    <message>
        <source>&amp;Padding</source>
        <translation>&amp;Marge</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>zéros</translation>
    </message>
    <message>
        <source>Zeros around the image let the kernel reach its edges, so that the output stays as large as the image (at stride 1).</source>
        <translation>Des zéros autour de l’image (padding) permettent au noyau d’atteindre les bords&#xa0;: la sortie reste aussi grande que l’image (avec un pas de 1).</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Type a number into a cell; a real network learns its weights</source>
        <translation>Saisissez un nombre dans une case&#x202f;; un réseau apprend ses poids</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produits</translation>
    </message>
    <message>
        <source>Each pixel under the kernel times its weight</source>
        <translation>Chaque pixel sous le noyau multiplié par son poids</translation>
    </message>
    <message>
        <source>Patch × weights</source>
        <translation>Zone × poids</translation>
    </message>
    <message>
        <source>change kernel size</source>
        <translation>taille du noyau</translation>
    </message>
    <message>
        <source>change number of kernels</source>
        <translation>nombre de noyaux</translation>
    </message>
    <message>
        <source>change padding</source>
        <translation>marge</translation>
    </message>
    <message>
        <source>change stride</source>
        <translation>pas</translation>
    </message>
    <message>
        <source>change kernel</source>
        <translation>choix du noyau</translation>
    </message>
    <message>
        <source>randomise weights</source>
        <translation>poids au hasard</translation>
    </message>
    <message>
        <source>edit weight</source>
        <translation>saisie d’un poids</translation>
    </message>
    <message>
        <source>0, padding</source>
        <translation>0, marge</translation>
    </message>
    <message>
        <source>Map of kernel {number} (red: positive, blue: negative); click to show it</source>
        <translation>Carte du noyau {number} (rouge&#xa0;: positif, bleu&#xa0;: négatif)&#x202f;; cliquez pour l’afficher</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Image</translation>
    </message>
    <message>
        <source>An image is a grid of numbers: one from the lecture, your own, or the current 100 × 13 MFCCs.</source>
        <translation>Une image est une grille de nombres&#xa0;: celle du cours, la vôtre ou les 100 × 13 MFCC du moment.</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Lignes</translation>
    </message>
    <message>
        <source>Height of the image</source>
        <translation>Hauteur de l’image</translation>
    </message>
    <message>
        <source>Co&amp;lumns</source>
        <translation>C&amp;olonnes</translation>
    </message>
    <message>
        <source>Width of the image</source>
        <translation>Largeur de l’image</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>Canau&amp;x</translation>
    </message>
    <message>
        <source>Number of channels, such as red, green and blue; the kernel has the same depth</source>
        <translation>Nombre de canaux, par exemple rouge, vert et bleu&#x202f;; le noyau a la même profondeur</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Channel whose pixels and weights are shown</source>
        <translation>Canal dont les pixels et les poids sont affichés</translation>
    </message>
    <message>
        <source>Type a number into a cell; dashed cells are padding</source>
        <translation>Saisissez un nombre dans une case&#x202f;; les cases en pointillés forment la marge</translation>
    </message>
    <message>
        <source>Continue live</source>
        <translation>Reprendre le direct</translation>
    </message>
    <message>
        <source>Let the live window follow the sound again</source>
        <translation>Laisser la fenêtre en direct suivre de nouveau le son</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>figée</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en direct</translation>
    </message>
    <message>
        <source>no sound yet</source>
        <translation>pas encore de son</translation>
    </message>
    <message>
        <source>Channel {number}</source>
        <translation>Canal {number}</translation>
    </message>
    <message>
        <source>use live window</source>
        <translation>fenêtre en direct</translation>
    </message>
    <message>
        <source>use own image</source>
        <translation>image personnalisée</translation>
    </message>
    <message>
        <source>change image</source>
        <translation>choix de l’image</translation>
    </message>
    <message>
        <source>resize image</source>
        <translation>taille de l’image</translation>
    </message>
    <message>
        <source>change depth</source>
        <translation>nombre de canaux</translation>
    </message>
    <message>
        <source>edit pixel</source>
        <translation>saisie d’un pixel</translation>
    </message>
    <message>
        <source>Conv&amp;olution</source>
        <translation>&amp;Convolution</translation>
    </message>
    <message>
        <source>Slide kernels over an image and add up the products</source>
        <translation>Faire glisser des noyaux sur une image et additionner les produits</translation>
    </message>
    <message>
        <source>Poolin&amp;g</source>
        <translation>Poolin&amp;g</translation>
    </message>
    <message>
        <source>Shrink an image: keep one number per cell</source>
        <translation>Réduire une image&#xa0;: garder un nombre par cellule</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Laboratoire</translation>
    </message>
    <message>
        <source>followed by ReLU</source>
        <translation>suivie d’une ReLU</translation>
    </message>
    <message>
        <source>A ReLU sets negative sums to 0</source>
        <translation>Une ReLU met à 0 les sommes négatives</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Back to the lecture’s example; can be undone</source>
        <translation>Revenir à l’exemple du cours&#x202f;; peut être annulé</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>réinitialiser</translation>
    </message>
    <message>
        <source>switch to pooling</source>
        <translation>passage au pooling</translation>
    </message>
    <message>
        <source>switch to convolution</source>
        <translation>passage à la convolution</translation>
    </message>
    <message>
        <source>add ReLU</source>
        <translation>ajout de la ReLU</translation>
    </message>
    <message>
        <source>remove ReLU</source>
        <translation>retrait de la ReLU</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Number of steps in each direction: the image with its padding, minus the kernel, divided by the stride and rounded down, plus 1 for the first step.</source>
        <translation>Nombre d’étapes dans chaque direction&#xa0;: l’image avec sa marge, moins le noyau, le tout divisé par le pas et arrondi à l’inférieur, plus 1 pour la première étape.</translation>
    </message>
    <message>
        <source>Output so far; the number of this step is highlighted. Averages with more than four decimals are rounded to two.</source>
        <translation>Sortie calculée jusqu’ici&#x202f;; le nombre de cette étape est mis en évidence. Les moyennes de plus de quatre décimales sont arrondies à deux.</translation>
    </message>
    <message>
        <source>{number} maps of {size}</source>
        <translation>{number} cartes de {size}</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>Pooling</translation>
    </message>
    <message>
        <source>Ty&amp;pe</source>
        <translation>T&amp;ype</translation>
    </message>
    <message>
        <source>max</source>
        <translation>maximum</translation>
    </message>
    <message>
        <source>average</source>
        <translation>moyenne</translation>
    </message>
    <message>
        <source>Max pooling keeps the largest value of each cell; average pooling averages them.</source>
        <translation>Le max pooling (maximum) garde la plus grande valeur de chaque cellule&#x202f;; l’average pooling (moyenne) en calcule la moyenne.</translation>
    </message>
    <message>
        <source>Cell si&amp;ze</source>
        <translation>&amp;Taille de cellule</translation>
    </message>
    <message>
        <source>Each cell of this size becomes one number of the output</source>
        <translation>Chaque cellule de cette taille devient un nombre de la sortie</translation>
    </message>
    <message>
        <source>Rows from one cell to the one below</source>
        <translation>Lignes d’une cellule à celle du dessous</translation>
    </message>
    <message>
        <source>Columns from one cell to the next</source>
        <translation>Colonnes d’une cellule à la suivante</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Cellule</translation>
    </message>
    <message>
        <source>Pixels in the current cell; max pooling keeps the highlighted one</source>
        <translation>Pixels de la cellule actuelle&#x202f;; le max pooling garde celui qui est mis en évidence</translation>
    </message>
    <message>
        <source>Current cell</source>
        <translation>Cellule actuelle</translation>
    </message>
    <message>
        <source>use {kind} pooling</source>
        <translation>pooling par {kind}</translation>
    </message>
    <message>
        <source>change cell size</source>
        <translation>taille de cellule</translation>
    </message>
    <message>
        <source>no weights to learn</source>
        <translation>aucun poids à apprendre</translation>
    </message>
    <message>
        <source>The live window is rounded to one decimal before anything is computed from it.</source>
        <translation>Avant tout calcul, la fenêtre en direct est arrondie à une décimale.</translation>
    </message>
    <message>
        <source>It is frozen while you step; “Continue live” resumes it.</source>
        <translation>Elle est figée pendant que vous parcourez les étapes&#x202f;; «&#xa0;Reprendre le direct&#xa0;» la relance.</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>Cette étape</translation>
    </message>
    <message>
        <source>Pla&amp;y</source>
        <translation>&amp;Jouer</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>P&amp;récédent</translation>
    </message>
    <message>
        <source>Previous step (←)</source>
        <translation>Étape précédente (←)</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>S&amp;uivant</translation>
    </message>
    <message>
        <source>Next step (→)</source>
        <translation>Étape suivante (→)</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Drag, or use the arrow keys, to go to any step</source>
        <translation>Faites glisser, ou utilisez les touches fléchées, pour aller à n’importe quelle étape</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>Éta&amp;pe</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>How fast the steps are played</source>
        <translation>Vitesse de défilement des étapes</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Pause (Espace)</translation>
    </message>
    <message>
        <source>Play all steps, row by row (Space)</source>
        <translation>Faire défiler toutes les étapes, ligne par ligne (Espace)</translation>
    </message>
    <message>
        <source>S&amp;tep {step} of {count}</source>
        <translation>Éta&amp;pe {step} sur {count}</translation>
    </message>
    <message>
        <source>No s&amp;teps</source>
        <translation>Aucune éta&amp;pe</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>A&amp;nnuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Annuler la dernière modification</translation>
    </message>
    <message>
        <source>Redo the change that was undone last</source>
        <translation>Rétablir la dernière modification annulée</translation>
    </message>
    <message>
        <source>Sum of this step</source>
        <translation>Somme de cette étape</translation>
    </message>
    <message>
        <source>How the highlighted output number is computed, product by product</source>
        <translation>Calcul du nombre de sortie mis en évidence, produit par produit</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architecture</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Chargement du modèle…</translation>
    </message>
    <message>
        <source>image</source>
        <translation>image</translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <translation>Couches du réseau</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Where the feature maps that raise the genre’s score are active: coarse, and shows only evidence for the genre</source>
        <translation>Là où sont actives les cartes de caractéristiques qui augmentent le score du genre&#xa0;: approximatif, et ne montre que les indices en sa faveur</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>Gradients intégrés</translation>
    </message>
    <message>
        <source>How much each pixel raises or lowers the genre’s score, compared with average music</source>
        <translation>De combien chaque pixel augmente ou diminue le score du genre, par rapport à une musique moyenne</translation>
    </message>
    <message>
        <source>Leading genre</source>
        <translation>Genre en tête</translation>
    </message>
    <message>
        <source>Genre to explain: the leading one, or always the same</source>
        <translation>Genre à expliquer&#xa0;: celui en tête, ou toujours le même</translation>
    </message>
    <message>
        <source>Opacity of the evidence over the MFCC image</source>
        <translation>Opacité des indices superposés à l’image MFCC</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>Pour&amp;quoi</translation>
    </message>
    <message>
        <source>fo&amp;r</source>
        <translation>pou&amp;r</translation>
    </message>
    <message>
        <source>Opacit&amp;y</source>
        <translation>Opac&amp;ité</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Say more about this</source>
        <translation>En savoir plus sur ce message</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>Cartes de caractéristiques</translation>
    </message>
    <message>
        <source>Layer whose maps are shown. A convolution’s maps are shown before its ReLU, with negative values in blue; the ReLU turns negative values into 0, and max pooling keeps the largest value of each cell.</source>
        <translation>Couche dont les cartes sont affichées. Les cartes d’une convolution sont montrées avant sa ReLU, avec les valeurs négatives en bleu&#x202f;; la ReLU met les valeurs négatives à 0, et le max pooling garde la plus grande valeur de chaque cellule.</translation>
    </message>
    <message>
        <source>Stro&amp;ngest first</source>
        <translation>Les &amp;plus fortes d’abord</translation>
    </message>
    <message>
        <source>Sort the maps by energy about once per second. Off: every map keeps its place.</source>
        <translation>Trier les cartes par énergie, environ une fois par seconde. Désactivé&#xa0;: chaque carte garde sa place.</translation>
    </message>
    <message>
        <source>Stretch contrast per &amp;map</source>
        <translation>&amp;Contraste par carte</translation>
    </message>
    <message>
        <source>Give each map and kernel its own colour scale, so that weak ones show their shape. Off: one scale for all, so that they can be compared.</source>
        <translation>Donner à chaque carte et à chaque noyau sa propre échelle de couleurs, pour que les plus faibles montrent leur forme. Désactivé&#xa0;: une seule échelle pour tous, qui permet de les comparer.</translation>
    </message>
    <message>
        <source>All maps</source>
        <translation>Toutes les cartes</translation>
    </message>
    <message>
        <source>Back to all maps of the layer (Esc)</source>
        <translation>Revenir à toutes les cartes de la couche (Échap)</translation>
    </message>
    <message>
        <source>Reset kernels</source>
        <translation>Rétablir les noyaux</translation>
    </message>
    <message>
        <source>Some kernels have been edited: restore the model’s own</source>
        <translation>Certains noyaux ont été modifiés&#xa0;: rétablir ceux du modèle</translation>
    </message>
    <message>
        <source>map {number} of {count}</source>
        <translation>carte {number} sur {count}</translation>
    </message>
    <message>
        <source>after ReLU</source>
        <translation>après ReLU</translation>
    </message>
    <message>
        <source>, stride {size}</source>
        <translation>, pas de {size}</translation>
    </message>
    <message>
        <source>{number} kernels of {size}{stride}</source>
        <translation>{number} noyaux de {size}{stride}</translation>
    </message>
    <message>
        <source>maximum of {size}{stride}</source>
        <translation>maximum de {size}{stride}</translation>
    </message>
    <message>
        <source>average of {size}{stride}</source>
        <translation>moyenne de {size}{stride}</translation>
    </message>
    <message>
        <source>each map scaled and shifted</source>
        <translation>chaque carte mise à l’échelle et décalée</translation>
    </message>
    <message>
        <source>negative values set to 0</source>
        <translation>valeurs négatives mises à 0</translation>
    </message>
    <message>
        <source>‖ Frozen</source>
        <translation>‖ Figé</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Genres</translation>
    </message>
    <message>
        <source>S&amp;ort</source>
        <translation>&amp;Trier</translation>
    </message>
    <message>
        <source>Most probable genre first. Off: every genre keeps its place and is easy to find.</source>
        <translation>Le genre le plus probable d’abord. Désactivé&#xa0;: chaque genre garde sa place et se retrouve facilement.</translation>
    </message>
    <message>
        <source>Avera&amp;ge over</source>
        <translation>Mo&amp;yenne sur</translation>
    </message>
    <message>
        <source>Silence &amp;below</source>
        <translation>Si&amp;lence sous</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Automatic: the genre of the piece, from everything since the music last changed, at most 30 s. Or average over a fixed time; 0 shows each window on its own.</source>
        <translation>Automatique&#xa0;: le genre du morceau, d’après tout ce qui a été entendu depuis le dernier changement de musique, 30&#xa0;s au plus. Sinon, moyenne sur une durée fixe&#x202f;; 0 montre chaque fenêtre séparément.</translation>
    </message>
    <message>
        <source> dBFS</source>
        <translation> dBFS</translation>
    </message>
    <message>
        <source>Sound that stays below this level for half a second counts as silence, and no genre is shown. Raise it if background noise gets a genre.</source>
        <translation>Un son qui reste une demi-seconde sous ce niveau compte comme du silence, et aucun genre n’est affiché. Augmentez cette valeur si un genre est attribué au bruit de fond.</translation>
    </message>
    <message>
        <source>Probabilities of the genres</source>
        <translation>Probabilités des genres</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>History of the genres</source>
        <translation>Historique des genres</translation>
    </message>
    <message>
        <source>{duration} min</source>
        <translation>{duration}&#xa0;min</translation>
    </message>
    <message>
        <source>{span}, until {duration} ago</source>
        <translation>{span}, jusqu’à il y a {duration}</translation>
    </message>
    <message>
        <source>the last {span}</source>
        <translation>les dernières {span}</translation>
    </message>
    <message>
        <source>Nothing heard yet</source>
        <translation>Rien entendu pour l’instant</translation>
    </message>
    <message>
        <source>Drag to look back. Scroll to zoom; double-click to return to now.</source>
        <translation>Faites glisser pour revenir en arrière. Molette pour zoomer&#x202f;; double-clic pour revenir au présent.</translation>
    </message>
    <message>
        <source>{duration} ago</source>
        <translation>il y a {duration}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maint.</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>Noyaux</translation>
    </message>
    <message>
        <source>, muted</source>
        <translation>, muet</translation>
    </message>
    <message>
        <source>, changed</source>
        <translation>, modifié</translation>
    </message>
    <message>
        <source>Kernel {number} of {count}</source>
        <translation>Noyau {number} sur {count}</translation>
    </message>
    <message>
        <source>{number} muted</source>
        <translation>{number} muet</translation>
    </message>
    <message>
        <source>Replace with…</source>
        <translation>Remplacer par…</translation>
    </message>
    <message>
        <source>Kernels: what if…</source>
        <translation>Noyaux&#xa0;: et si…</translation>
    </message>
    <message>
        <source>Each kernel is a grid of weights that slides over the image (time to the right, coefficients upwards). Click one to edit it and watch its map and the genre change.</source>
        <translation>Chaque noyau est une grille de poids qui glisse sur l’image (temps vers la droite, coefficients vers le haut). Cliquez sur un noyau pour le modifier et voir changer sa carte et le genre.</translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation>Remplacement</translation>
    </message>
    <message>
        <source>Replace this kernel with a well-known detector</source>
        <translation>Remplacer ce noyau par un détecteur connu</translation>
    </message>
    <message>
        <source>Mu&amp;te</source>
        <translation>&amp;Muet</translation>
    </message>
    <message>
        <source>Set this map to 0 and see what the network says without it</source>
        <translation>Mettre cette carte à 0 et voir ce que le réseau répond sans elle</translation>
    </message>
    <message>
        <source>mute kernel</source>
        <translation>noyau muet</translation>
    </message>
    <message>
        <source>So&amp;lo</source>
        <translation>S&amp;olo</translation>
    </message>
    <message>
        <source>Mute all other maps; press again to unmute them</source>
        <translation>Rendre muettes toutes les autres cartes&#x202f;; un second clic les réactive</translation>
    </message>
    <message>
        <source>solo kernel</source>
        <translation>noyau en solo</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Restore this kernel to the model’s own weights</source>
        <translation>Redonner à ce noyau les poids du modèle</translation>
    </message>
    <message>
        <source>restore kernel</source>
        <translation>rétablissement du noyau</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Tout rétablir</translation>
    </message>
    <message>
        <source>Restore all kernels to the model’s own weights; can be undone</source>
        <translation>Redonner à tous les noyaux les poids du modèle&#x202f;; peut être annulé</translation>
    </message>
    <message>
        <source>reset all kernels</source>
        <translation>rétablissement de tous les noyaux</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Biais</translation>
    </message>
    <message>
        <source>All kernels</source>
        <translation>Tous les noyaux</translation>
    </message>
    <message>
        <source>replace with {name}</source>
        <translation>remplacement par {name}</translation>
    </message>
    <message>
        <source>Weight in row {row}, column {column}</source>
        <translation>Poids, ligne {row}, colonne {column}</translation>
    </message>
    <message>
        <source>edit bias</source>
        <translation>saisie du biais</translation>
    </message>
    <message>
        <source>“{cell}” is not a number between −100 and 100.</source>
        <translation>«&#xa0;{cell}&#xa0;» n’est pas un nombre entre −100 et 100.</translation>
    </message>
    <message>
        <source>{sentence} The old value is kept.</source>
        <translation>{sentence} L’ancienne valeur est conservée.</translation>
    </message>
    <message>
        <source>Kernel {number} (changed)</source>
        <translation>Noyau {number} (modifié)</translation>
    </message>
    <message>
        <source>Kernel {number}</source>
        <translation>Noyau {number}</translation>
    </message>
    <message>
        <source>{number} changed</source>
        <translation>modifiés&#xa0;: {number}</translation>
    </message>
    <message>
        <source>{name}: type a number, then press Enter</source>
        <translation>{name}&#xa0;: saisissez un nombre, puis appuyez sur Entrée</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Input level relative to full scale (dBFS). Bar: RMS over 0.3 s. Line: peak. “Clip” lights up when the input reaches full scale: turn it down.</source>
        <translation>Niveau d’entrée par rapport à la pleine échelle (dBFS). Barre&#xa0;: RMS sur 0,3&#xa0;s. Trait&#xa0;: crête. «&#xa0;Saturé&#xa0;» s’allume quand l’entrée atteint la pleine échelle&#xa0;: baissez-la.</translation>
    </message>
    <message>
        <source>−∞ dBFS</source>
        <translation>−∞&#xa0;dBFS</translation>
    </message>
    <message>
        <source>{level} dBFS</source>
        <translation>{level}&#xa0;dBFS</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Saturé</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Cartes</translation>
    </message>
    <message>
        <source>Map {number} of {count}</source>
        <translation>Carte {number} sur {count}</translation>
    </message>
    <message>
        <source>frame {frame}, coefficient {coefficient}</source>
        <translation>trame {frame}, coefficient {coefficient}</translation>
    </message>
    <message>
        <source>Map {number}, {pixel}</source>
        <translation>Carte {number}, {pixel}</translation>
    </message>
    <message>
        <source>Map {number}: {value} at frame {frame}, coefficient {coefficient}; maximum {maximum}</source>
        <translation>Carte {number}&#xa0;: {value} à la trame {frame}, coefficient {coefficient}&#x202f;; maximum {maximum}</translation>
    </message>
    <message>
        <source>the network’s input: {frames} frames × {coefficients} coefficients</source>
        <translation>l’entrée du réseau&#xa0;: {frames} trames × {coefficients} coefficients</translation>
    </message>
    <message>
        <source>what the network sees is shown once a model is loaded</source>
        <translation>ce que voit le réseau s’affiche une fois un modèle chargé</translation>
    </message>
    <message>
        <source>MFCC image</source>
        <translation>Image MFCC</translation>
    </message>
    <message>
        <source>Colours of the image</source>
        <translation>Couleurs de l’image</translation>
    </message>
    <message>
        <source>Hide loudness (c&amp;0)</source>
        <translation>Masquer l’intensité (c&amp;0)</translation>
    </message>
    <message>
        <source>Coefficient 0 is the loudness; its values are far outside the range of the others.</source>
        <translation>Le coefficient 0 représente l’intensité sonore&#x202f;; ses valeurs sont très éloignées de celles des autres.</translation>
    </message>
    <message>
        <source>&amp;Auto levels</source>
        <translation>Ni&amp;veaux auto</translation>
    </message>
    <message>
        <source>Fit the colour scale to the values of coefficients 1 to 12. Off: keep it fixed; drag the handles of the colour bar to change it.</source>
        <translation>Adapter l’échelle de couleurs aux valeurs des coefficients 1 à 12. Désactivé&#xa0;: elle reste fixe&#x202f;; faites glisser les poignées de la barre de couleurs pour la modifier.</translation>
    </message>
    <message>
        <source>low</source>
        <translation>bas</translation>
    </message>
    <message>
        <source>high</source>
        <translation>haut</translation>
    </message>
    <message>
        <source>{mfcc}, standardised {value}</source>
        <translation>{mfcc}, standardisé {value}</translation>
    </message>
    <message>
        <source>seconds before now</source>
        <translation>secondes avant l’instant présent</translation>
    </message>
    <message>
        <source>coefficient</source>
        <translation>coefficient</translation>
    </message>
    <message>
        <source>Analysing the file…</source>
        <translation>Analyse du fichier…</translation>
    </message>
    <message>
        <source>Overview of the file</source>
        <translation>Vue d’ensemble du fichier</translation>
    </message>
    <message>
        <source>{at}{genre}{named}
Click or drag to seek. Shift+drag to loop a part (Esc ends the loop). Scroll to zoom; double-click to show the whole file.</source>
        <translation>{at}{genre}{named}
Cliquez ou faites glisser pour vous déplacer. Maj+glisser pour mettre un passage en boucle (Échap arrête la boucle). Molette pour zoomer&#x202f;; double-clic pour voir tout le fichier.</translation>
    </message>
    <message>
        <source>{begin} to {end} {genre}</source>
        <translation>de {begin} à {end}&#xa0;: {genre}</translation>
    </message>
    <message>
        <source>Point at a pixel of a feature map to see how it is computed. Click a map to enlarge it, then click a pixel to pin it; the arrow keys move to its neighbours.</source>
        <translation>Pointez un pixel d’une carte de caractéristiques pour voir comment il est calculé. Cliquez sur une carte pour l’agrandir, puis sur un pixel pour l’épingler&#x202f;; les touches fléchées passent à ses voisins.</translation>
    </message>
    <message>
        <source>≈: every number is rounded separately, to two decimals or three digits in the grids and to four decimals below them. The sum is computed from the exact numbers.</source>
        <translation>≈&#xa0;: chaque nombre est arrondi séparément, à deux décimales ou trois chiffres dans les grilles, à quatre décimales en dessous. La somme est calculée à partir des nombres exacts.</translation>
    </message>
    <message>
        <source>The sum behind a pixel</source>
        <translation>La somme derrière un pixel</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>canal</translation>
    </message>
    <message>
        <source>A kernel has one grid of weights per map of the layer below; all their products are added up. Choose the channel to show.</source>
        <translation>Un noyau a une grille de poids par carte de la couche inférieure&#x202f;; tous leurs produits sont additionnés. Choisissez le canal à afficher.</translation>
    </message>
    <message>
        <source>Show the channel that contributes most to the sum, positive or negative</source>
        <translation>Afficher le canal qui contribue le plus à la somme, en positif ou en négatif</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Somme</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>sur {count}</translation>
    </message>
    <message>
        <source>Strongest: {number}</source>
        <translation>Le plus fort&#xa0;: {number}</translation>
    </message>
    <message>
        <source>channel {channel}: sum of {count} products ≈ {sum:.4f}</source>
        <translation>canal {channel}&#xa0;: somme de {count} produits ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>sum of {count} products ≈ {sum:.4f}</source>
        <translation>somme de {count} produits ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>{products:.4f} + bias {bias:.4f} ≈ {sum:.4f}</source>
        <translation>{products:.4f} + biais {bias:.4f} ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>maximum of {count} values = {sum:.4f}</source>
        <translation>maximum de {count} valeurs = {sum:.4f}</translation>
    </message>
    <message>
        <source>average of {count} values ≈ {sum:.4f}</source>
        <translation>moyenne de {count} valeurs ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>{value:.4f} · gain {gain:.4f} + shift {bias:.4f} ≈ {sum:.4f}</source>
        <translation>{value:.4f} · gain {gain:.4f} + décalage {bias:.4f} ≈ {sum:.4f}</translation>
    </message>
    <message>
        <source>ReLU: max(0, {sum:.4f}) = {value:.4f}</source>
        <translation>ReLU&#xa0;: max(0, {sum:.4f}) = {value:.4f}</translation>
    </message>
    <message>
        <source>in the map: {value:.4f}</source>
        <translation>dans la carte&#xa0;: {value:.4f}</translation>
    </message>
    <message>
        <source>patch</source>
        <translation>zone</translation>
    </message>
    <message>
        <source>× kernel</source>
        <translation>× noyau</translation>
    </message>
    <message>
        <source>≈ products</source>
        <translation>≈ produits</translation>
    </message>
    <message>
        <source>the image as the network sees it</source>
        <translation>l’image vue par le réseau</translation>
    </message>
    <message>
        <source>{below}, map {number}</source>
        <translation>{below}, carte {number}</translation>
    </message>
    <message>
        <source>in {name}:</source>
        <translation>dans {name}&#xa0;:</translation>
    </message>
    <message>
        <source>Playlist</source>
        <translation>Liste de lecture</translation>
    </message>
    <message>
        <source>Show all files of the playlist and choose one</source>
        <translation>Afficher tous les fichiers de la liste de lecture et en choisir un</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
    <message>
        <source>, current file</source>
        <translation>, fichier actuel</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Passages</translation>
    </message>
    <message>
        <source>Name the looped part, and loop the parts that have names</source>
        <translation>Nommer le passage en boucle, et mettre en boucle les passages nommés</translation>
    </message>
    <message>
        <source>&amp;Rename this part…</source>
        <translation>&amp;Renommer ce passage…</translation>
    </message>
    <message>
        <source>Remo&amp;ve its name</source>
        <translation>&amp;Supprimer son nom</translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation>Passage {number}</translation>
    </message>
    <message>
        <source>&amp;Name this part…</source>
        <translation>&amp;Nommer ce passage…</translation>
    </message>
    <message>
        <source>Name a part</source>
        <translation>Nommer un passage</translation>
    </message>
    <message>
        <source>Name of the part from {begin} to {end}:</source>
        <translation>Nom du passage de {begin} à {end}&#xa0;:</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Par défaut (système)</translation>
    </message>
    <message>
        <source>Input device</source>
        <translation>Périphérique d’entrée</translation>
    </message>
    <message>
        <source>Microphone or other input device</source>
        <translation>Microphone ou autre périphérique d’entrée</translation>
    </message>
    <message>
        <source>Select an input…</source>
        <translation>Choisir une entrée…</translation>
    </message>
    <message>
        <source>No input device</source>
        <translation>Aucun périphérique d’entrée</translation>
    </message>
    <message>
        <source>Windows analysed per second; full speed is 43</source>
        <translation>Fenêtres analysées par seconde&#x202f;; 43 à pleine vitesse</translation>
    </message>
    <message>
        <source>Screen updates per second</source>
        <translation>Mises à jour de l’écran par seconde</translation>
    </message>
    <message>
        <source>Delay from the sound to its display on screen</source>
        <translation>Délai entre le son et son affichage à l’écran</translation>
    </message>
    <message>
        <source>Sound lost before analysis, and windows skipped because the computer was too slow</source>
        <translation>Son perdu avant l’analyse, et fenêtres sautées parce que l’ordinateur était trop lent</translation>
    </message>
    <message>
        <source>, {number} not reached</source>
        <translation>, injoignables&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Sending to {programs}{failing}</source>
        <translation>Envoi à {programs}{failing}</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>stéréo</translation>
    </message>
    <message>
        <source>{number} channels</source>
        <translation>{number} canaux</translation>
    </message>
    <message>
        <source>{rate:g} kHz {kind}</source>
        <translation>{rate:g}&#xa0;kHz {kind}</translation>
    </message>
    <message>
        <source>{number:.0f} windows/s</source>
        <translation>{number:.0f} fenêtres/s</translation>
    </message>
    <message>
        <source>{number:.0f} updates/s</source>
        <translation>{number:.0f} images/s</translation>
    </message>
    <message>
        <source>{delay} ms delay</source>
        <translation>délai {delay}&#xa0;ms</translation>
    </message>
    <message>
        <source>Delay from the sound to its display on screen, {delay:.0f} ms of it in the input device</source>
        <translation>Délai entre le son et son affichage à l’écran, dont {delay:.0f}&#xa0;ms dans le périphérique d’entrée</translation>
    </message>
    <message>
        <source>{number} lost</source>
        <translation>pertes&#xa0;: {number}</translation>
    </message>
    <message>
        <source>{number} skipped</source>
        <translation>sauts&#xa0;: {number}</translation>
    </message>
    <message>
        <source>{overflows} device overflows, {lost} sample frames lost before analysis, {skipped} windows skipped because the computer was too slow</source>
        <translation>Débordements du périphérique&#xa0;: {overflows}&#x202f;; échantillons perdus avant l’analyse&#xa0;: {lost}&#x202f;; fenêtres sautées parce que l’ordinateur était trop lent&#xa0;: {skipped}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Playback volume; does not affect the analysis</source>
        <translation>Volume de lecture&#x202f;; sans effet sur l’analyse</translation>
    </message>
    <message>
        <source>{file} genres</source>
        <translation>{file} genres</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Réécoute</translation>
    </message>
    <message>
        <source>Network stream</source>
        <translation>Flux réseau</translation>
    </message>
    <message>
        <source>(tagged {genre})</source>
        <translation>(tag&#xa0;: {genre})</translation>
    </message>
    <message>
        <source>{samples} samples ÷ {hop} = {frames} frames, {coefficients} coefficients each: an image of {frames} × {coefficients} × 1</source>
        <translation>{samples} échantillons ÷ {hop} = {frames} trames de {coefficients} coefficients&#xa0;: une image de {frames} × {coefficients} × 1</translation>
    </message>
    <message>
        <source>Point at a frame, or press ← and →, to see which samples it covers.
Sound: {rate} samples per second, magnified to the scale shown.
Log-mel: level in {bands} frequency bands, low ones at the bottom; the colours span the {range:.0f} dB used for the MFCCs.
MFCC: {coefficients} coefficients that describe the shape of the log-mel spectrum; coefficient 0 is at the bottom. Each has its own colour scale.</source>
        <translation>Pointez une trame, ou appuyez sur ← et →, pour voir quels échantillons elle couvre.
Son&#xa0;: {rate} échantillons par seconde, agrandi à l’échelle affichée.
Log-mel&#xa0;: niveau dans {bands} bandes de fréquences, les graves en bas&#x202f;; les couleurs couvrent les {range:.0f}&#xa0;dB utilisés pour les MFCC.
MFCC&#xa0;: {coefficients} coefficients qui décrivent la forme du spectre log-mel&#x202f;; le coefficient 0 est en bas. Chacun a sa propre échelle de couleurs.</translation>
    </message>
    <message>
        <source>No sound was kept: it is kept only if this panel is open when you freeze the display</source>
        <translation>Aucun son conservé&#xa0;: il ne l’est que si ce panneau est ouvert quand vous figez l’affichage</translation>
    </message>
    <message>
        <source>From wave to image</source>
        <translation>De l’onde à l’image</translation>
    </message>
    <message>
        <source>Frame {frame} covers {samples} samples, {first} to {last} of {all}; the first {before} are to the left of the strip.</source>
        <translation>La trame {frame} couvre {samples} échantillons, de {first} à {last} sur {all}&#x202f;; les {before} premiers sont à gauche de la bande.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
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
        <translation>Trame {number} sur {count}</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>Ouvrir une session</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Earlier sessions</source>
        <translation>Sessions précédentes</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Écoutée le</translation>
    </message>
    <message>
        <source>Mostly</source>
        <translation>Surtout</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>{session} (open in another window)</source>
        <translation>{session} (ouverte dans une autre fenêtre)</translation>
    </message>
    <message>
        <source>Sessions are kept in {folder}.</source>
        <translation>Les sessions sont conservées dans {folder}.</translation>
    </message>
    <message>
        <source>There are no earlier sessions on the disk.</source>
        <translation>Il n’y a pas de session précédente sur le disque.</translation>
    </message>
    <message>
        <source>Delete session</source>
        <translation>Supprimer la session</translation>
    </message>
    <message>
        <source>Delete the session of {session}, with its {parts}, from the disk? This can’t be undone.</source>
        <translation>Supprimer du disque la session du {session} ({parts})&#x202f;? Cette action est irréversible.</translation>
    </message>
    <message>
        <source>Continue it</source>
        <translation>La reprendre</translation>
    </message>
    <message>
        <source>Show the last session here, and add what is heard from now on</source>
        <translation>Afficher ici la dernière session et y ajouter ce qui sera entendu</translation>
    </message>
    <message>
        <source>Close this line</source>
        <translation>Fermer cette ligne</translation>
    </message>
    <message>
        <source>Close this line; the session can still be opened with Open…</source>
        <translation>Fermer cette ligne&#x202f;; la session reste disponible sous Ouvrir…</translation>
    </message>
    <message>
        <source>Nothing yet.
Anything heard for at least five seconds appears here, from a microphone or a file.</source>
        <translation>Rien pour l’instant.
Tout ce qui est entendu pendant au moins cinq secondes apparaît ici, depuis un microphone ou un fichier.</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Show only parts with these words in their source, genre or note</source>
        <translation>N’afficher que les passages dont la source, le genre ou la note contient ces mots</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>S&amp;upprimer</translation>
    </message>
    <message>
        <source>Delete the selected parts from the list (Del). Undo puts them back.</source>
        <translation>Supprimer de la liste les passages sélectionnés (Suppr). «&#xa0;Annuler&#xa0;» les rétablit.</translation>
    </message>
    <message>
        <source>How long each genre was heard in the parts shown or selected</source>
        <translation>Durée d’écoute de chaque genre dans les passages affichés ou sélectionnés</translation>
    </message>
    <message>
        <source>Last session: {last}, {parts}.</source>
        <translation>Dernière session&#xa0;: {last}, {parts}.</translation>
    </message>
    <message>
        <source>No part matches “{filter}”. Esc shows all.</source>
        <translation>Aucun passage ne correspond à «&#xa0;{filter}&#xa0;». Échap les affiche tous.</translation>
    </message>
    <message>
        <source>{number} of {parts}</source>
        <translation>{number} sur {parts}</translation>
    </message>
    <message>
        <source>kept on disk</source>
        <translation>conservés sur le disque</translation>
    </message>
    <message>
        <source>kept until the program ends</source>
        <translation>conservés jusqu’à la fermeture du programme</translation>
    </message>
    <message>
        <source>{parts}, {duration} in all, {kept}</source>
        <translation>{parts}, {duration} au total, {kept}</translation>
    </message>
    <message>
        <source>{number} selected, {duration}:</source>
        <translation>{number} sélectionnés, {duration}&#xa0;:</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilité</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>What was heard. Type or choose another name (F2).</source>
        <translation>Ce qui a été entendu. Saisissez ou choisissez un autre nom (F2).</translation>
    </message>
    <message>
        <source>Probability of the genre, or of the two together, averaged over the part</source>
        <translation>Probabilité moyenne, sur le passage, du genre ou des deux genres ensemble</translation>
    </message>
    <message>
        <source>Your own note (F2)</source>
        <translation>Votre note (F2)</translation>
    </message>
    <message>
        <source>When it was recorded, according to the file’s name or tags</source>
        <translation>Date d’enregistrement, d’après le nom ou les tags du fichier</translation>
    </message>
    <message>
        <source>rename part</source>
        <translation>nom du passage</translation>
    </message>
    <message>
        <source>edit note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>Heard: {heard}</source>
        <translation>Entendu&#xa0;: {heard}</translation>
    </message>
    <message>
        <source>d MMM HH:mm:ss</source>
        <translation>d MMM HH:mm:ss</translation>
    </message>
    <message>
        <source>Parts of the session</source>
        <translation>Passages de la session</translation>
    </message>
    <message>
        <source>Record the input to a FLAC file</source>
        <translation>Enregistrer l’entrée dans un fichier FLAC</translation>
    </message>
    <message>
        <source>Stop recording and keep the file</source>
        <translation>Arrêter l’enregistrement et garder le fichier</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Source</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Préférences…</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Manuel</translation>
    </message>
    <message>
        <source>Everything the window can do</source>
        <translation>Tout ce que la fenêtre permet de faire</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>M&amp;odel card</source>
        <translation>&amp;Fiche du modèle</translation>
    </message>
    <message>
        <source>What the model was trained on, and how often it is right</source>
        <translation>Sur quoi le modèle a été entraîné, et à quelle fréquence il a raison</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Visite guidée</translation>
    </message>
    <message>
        <source>A quick tour of the window</source>
        <translation>Une courte visite de la fenêtre</translation>
    </message>
    <message>
        <source>&amp;Copy diagnostics</source>
        <translation>&amp;Copier le diagnostic</translation>
    </message>
    <message>
        <source>Copy versions, devices and the end of the log for a bug report; no audio and no file names</source>
        <translation>Copier les versions, les périphériques et la fin du journal pour un rapport de bug&#x202f;; ni son ni nom de fichier</translation>
    </message>
    <message>
        <source>&amp;About genre-monitor</source>
        <translation>À &amp;propos de genre-monitor</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>&amp;Ouvrir des fichiers…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Open audio files, or drop them on the window</source>
        <translation>Ouvrir des fichiers audio, ou les déposer sur la fenêtre</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>Ouvrir un &amp;dossier…</translation>
    </message>
    <message>
        <source>Play all audio files in a folder</source>
        <translation>Lire tous les fichiers audio d’un dossier</translation>
    </message>
    <message>
        <source>Open &amp;address…</source>
        <translation>Ouvrir une &amp;adresse…</translation>
    </message>
    <message>
        <source>Listen to an internet radio station or another stream</source>
        <translation>Écouter une radio par Internet ou un autre flux</translation>
    </message>
    <message>
        <source>Open from clip&amp;board</source>
        <translation>Ouvrir depuis le &amp;presse-papiers</translation>
    </message>
    <message>
        <source>Open an address or files that were copied elsewhere</source>
        <translation>Ouvrir une adresse ou des fichiers copiés ailleurs</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Récemment ouverts</translation>
    </message>
    <message>
        <source>Play &amp;demo</source>
        <translation>Lire la dé&amp;mo</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Démo</translation>
    </message>
    <message>
        <source>Play the music that comes with genre-monitor</source>
        <translation>Lire la musique fournie avec genre-monitor</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exporter</translation>
    </message>
    <message>
        <source>&amp;New session</source>
        <translation>&amp;Nouvelle session</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouvelle</translation>
    </message>
    <message>
        <source>Begin an empty session; this one stays on disk</source>
        <translation>Commencer une session vide&#x202f;; celle-ci reste sur le disque</translation>
    </message>
    <message>
        <source>Open sess&amp;ion…</source>
        <translation>Ouvrir une sess&amp;ion…</translation>
    </message>
    <message>
        <source>Open an earlier session and continue it; this one stays on disk</source>
        <translation>Ouvrir une session précédente et la continuer&#x202f;; celle-ci reste sur le disque</translation>
    </message>
    <message>
        <source>&amp;Save session…</source>
        <translation>&amp;Sauvegarder la session…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Sauvegarder…</translation>
    </message>
    <message>
        <source>Save the session as CSV, JSON or Audacity labels</source>
        <translation>Sauvegarder la session en CSV, en JSON ou en marqueurs Audacity</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Listen to input</source>
        <translation>É&amp;couter l’entrée</translation>
    </message>
    <message>
        <source>&amp;Refresh inputs</source>
        <translation>&amp;Actualiser les entrées</translation>
    </message>
    <message>
        <source>Look for new input devices</source>
        <translation>Rechercher de nouveaux périphériques d’entrée</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Démarrer</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Skip &amp;back 5 seconds</source>
        <translation>&amp;Reculer de 5 secondes</translation>
    </message>
    <message>
        <source>Skip &amp;forward 5 seconds</source>
        <translation>A&amp;vancer de 5 secondes</translation>
    </message>
    <message>
        <source>Pre&amp;vious file</source>
        <translation>&amp;Fichier précédent</translation>
    </message>
    <message>
        <source>Go to the start of this file, or to the previous file</source>
        <translation>Aller au début de ce fichier, ou au fichier précédent</translation>
    </message>
    <message>
        <source>&amp;Next file</source>
        <translation>Fichier &amp;suivant</translation>
    </message>
    <message>
        <source>Go to the next file</source>
        <translation>Aller au fichier suivant</translation>
    </message>
    <message>
        <source>Re&amp;cord input</source>
        <translation>&amp;Enregistrer l’entrée</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Recordings f&amp;older…</source>
        <translation>D&amp;ossier des enregistrements…</translation>
    </message>
    <message>
        <source>Choose where recordings are saved</source>
        <translation>Choisir où sont placés les enregistrements</translation>
    </message>
    <message>
        <source>Repla&amp;y last 30 seconds</source>
        <translation>Réécouter les 30 der&amp;nières secondes</translation>
    </message>
    <message>
        <source>Replay 30 s</source>
        <translation>Réécouter 30&#xa0;s</translation>
    </message>
    <message>
        <source>Replay the last 30 seconds of input, which are kept in memory only, then go back to listening</source>
        <translation>Réécouter les 30 dernières secondes de l’entrée, gardées en mémoire uniquement, puis reprendre l’écoute</translation>
    </message>
    <message>
        <source>Free&amp;ze display</source>
        <translation>Fi&amp;ger l’affichage</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Figer</translation>
    </message>
    <message>
        <source>Freeze the display and keep listening</source>
        <translation>Figer l’affichage et continuer à écouter</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>En &amp;direct</translation>
    </message>
    <message>
        <source>See the current sound, and how the network classifies it</source>
        <translation>Voir le son du moment et comment le réseau le classe</translation>
    </message>
    <message>
        <source>La&amp;boratory</source>
        <translation>La&amp;boratoire</translation>
    </message>
    <message>
        <source>Try convolution and pooling by hand, step by step</source>
        <translation>Essayer la convolution et le pooling à la main, étape par étape</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>&amp;Session</translation>
    </message>
    <message>
        <source>List everything heard in this session</source>
        <translation>Liste de tout ce qui a été entendu dans cette session</translation>
    </message>
    <message>
        <source>Genre onl&amp;y</source>
        <translation>&amp;Genre seul</translation>
    </message>
    <message>
        <source>A small window with just the genre</source>
        <translation>Une petite fenêtre avec le genre uniquement</translation>
    </message>
    <message>
        <source>Why th&amp;is genre</source>
        <translation>&amp;Pourquoi ce genre</translation>
    </message>
    <message>
        <source>M&amp;odel</source>
        <translation>Modè&amp;le</translation>
    </message>
    <message>
        <source>Open &amp;model…</source>
        <translation>&amp;Ouvrir un modèle…</translation>
    </message>
    <message>
        <source>Full s&amp;creen</source>
        <translation>Pl&amp;ein écran</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>&amp;Zoom</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Agrandir</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Réduire</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>Taille &amp;normale</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Start listening or playing again</source>
        <translation>Reprendre l’écoute ou la lecture</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>Arrê&amp;ter</translation>
    </message>
    <message>
        <source>Stop and release the device</source>
        <translation>Arrêter et libérer le périphérique</translation>
    </message>
    <message>
        <source>Pause the file</source>
        <translation>Mettre le fichier en pause</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Lire</translation>
    </message>
    <message>
        <source>Resume the file</source>
        <translation>Reprendre la lecture du fichier</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Calcul…</translation>
    </message>
    <message>
        <source>no genre shown</source>
        <translation>aucun genre affiché</translation>
    </message>
    <message>
        <source>Could not be computed</source>
        <translation>Calcul impossible</translation>
    </message>
    <message>
        <source>{square} for {genre}</source>
        <translation>{square} pour {genre}</translation>
    </message>
    <message>
        <source>{square} against</source>
        <translation>{square} contre</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panneaux</translation>
    </message>
    <message>
        <source>Neither an address nor files were copied.</source>
        <translation>Aucune adresse ni aucun fichier n’a été copié.</translation>
    </message>
    <message>
        <source>Diagnostics copied: paste them into your report.</source>
        <translation>Diagnostic copié&#xa0;: collez-le dans votre rapport.</translation>
    </message>
    <message>
        <source>Open audio files</source>
        <translation>Ouvrir des fichiers audio</translation>
    </message>
    <message>
        <source>Audio files ({patterns});;All files (*)</source>
        <translation>Fichiers audio ({patterns});;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir un dossier</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Ouvrir un modèle</translation>
    </message>
    <message>
        <source>Models (*{extension});;All files (*)</source>
        <translation>Modèles (*{extension});;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Model: {name}. {summary}</source>
        <translation>Modèle&#xa0;: {name}. {summary}</translation>
    </message>
    <message>
        <source>About genre-monitor</source>
        <translation>À propos de genre-monitor</translation>
    </message>
    <message>
        <source>&lt;h3&gt;genre-monitor {version}&lt;/h3&gt;&lt;p&gt;See live what a convolutional network hears: the MFCC image, the feature maps of its layers, and the genre.&lt;/p&gt;&lt;p&gt;{about}&lt;/p&gt;&lt;p&gt;MIT licence. Audio never leaves this computer.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;genre-monitor {version}&lt;/h3&gt;&lt;p&gt;Voyez en direct ce qu’entend un réseau convolutif&#xa0;: l’image MFCC, les cartes de caractéristiques de ses couches et le genre.&lt;/p&gt;&lt;p&gt;{about}&lt;/p&gt;&lt;p&gt;Licence MIT. Le son ne quitte jamais cet ordinateur.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Image PNG (*.png)</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>Image SVG (*.svg)</translation>
    </message>
    <message>
        <source>CSV table of the numbers shown (*.csv)</source>
        <translation>Tableau CSV des valeurs affichées (*.csv)</translation>
    </message>
    <message>
        <source>All arrays for NumPy (*.npz)</source>
        <translation>Tous les tableaux pour NumPy (*.npz)</translation>
    </message>
    <message>
        <source>Workbook for spreadsheets (*.xlsx)</source>
        <translation>Classeur pour tableur (*.xlsx)</translation>
    </message>
    <message>
        <source>Audacity labels (*.txt)</source>
        <translation>Marqueurs Audacity (*.txt)</translation>
    </message>
    <message>
        <source>Cue sheet (*.cue)</source>
        <translation>Feuille cue (*.cue)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>&amp;Copier l’image</translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation>Sauvegarder l’&amp;image…</translation>
    </message>
    <message>
        <source>Save &amp;numbers…</source>
        <translation>Sauvegarder les &amp;valeurs…</translation>
    </message>
    <message>
        <source>&amp;Whole page</source>
        <translation>&amp;Page entière</translation>
    </message>
    <message>
        <source>There is nothing to save on this page.</source>
        <translation>Il n’y a rien à sauvegarder sur cette page.</translation>
    </message>
    <message>
        <source>“{title}” is empty, so there are no numbers to save.</source>
        <translation>«&#xa0;{title}&#xa0;» est vide&#xa0;: il n’y a pas de valeurs à sauvegarder.</translation>
    </message>
    <message>
        <source>Save “{title}”</source>
        <translation>Sauvegarder «&#xa0;{title}&#xa0;»</translation>
    </message>
    <message>
        <source>Could not save “{name}” in {parent}: {reason}. Choose another folder.</source>
        <translation>Impossible de sauvegarder «&#xa0;{name}&#xa0;» dans {parent}&#xa0;: {reason}. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>“{name}” already exists. Replace it?</source>
        <translation>«&#xa0;{name}&#xa0;» existe déjà. Le remplacer&#x202f;?</translation>
    </message>
    <message>
        <source>&amp;Always on top</source>
        <translation>&amp;Toujours au premier plan</translation>
    </message>
    <message>
        <source>Keep this window in front of all others</source>
        <translation>Garder cette fenêtre devant toutes les autres</translation>
    </message>
    <message>
        <source>&amp;Whole window</source>
        <translation>&amp;Fenêtre entière</translation>
    </message>
    <message>
        <source>Show everything again (Esc)</source>
        <translation>Tout afficher de nouveau (Échap)</translation>
    </message>
    <message>
        <source># No model

No model is loaded.</source>
        <translation># Aucun modèle

Aucun modèle n’est chargé.</translation>
    </message>
    <message>
        <source>Its file does not say how often it is right.</source>
        <translation>Son fichier n’indique pas à quelle fréquence il a raison.</translation>
    </message>
    <message>
        <source>Genres: {genres}.</source>
        <translation>Genres&#xa0;: {genres}.</translation>
    </message>
    <message>
        <source>Trained with `{command}`.</source>
        <translation>Entraîné avec `{command}`.</translation>
    </message>
    <message>
        <source>| layer | output |</source>
        <translation>| couche | sortie |</translation>
    </message>
    <message>
        <source>Inspectors</source>
        <translation>Inspecteurs</translation>
    </message>
    <message>
        <source>{layer}, map {number}, frame {frame} of {frames}, coefficient {coefficient}</source>
        <translation>{layer}, carte {number}, trame {frame} sur {frames}, coefficient {coefficient}</translation>
    </message>
    <message>
        <source>From &amp;wave to image</source>
        <translation>De l’&amp;onde à l’image</translation>
    </message>
    <message>
        <source>&amp;MFCC image</source>
        <translation>&amp;Image MFCC</translation>
    </message>
    <message>
        <source>&amp;Feature maps</source>
        <translation>&amp;Cartes de caractéristiques</translation>
    </message>
    <message>
        <source>The s&amp;um behind a pixel</source>
        <translation>La so&amp;mme derrière un pixel</translation>
    </message>
    <message>
        <source>&amp;Kernels: what if…</source>
        <translation>&amp;Noyaux&#xa0;: et si…</translation>
    </message>
    <message>
        <source>&amp;Genres</source>
        <translation>Gen&amp;res</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Historique</translation>
    </message>
    <message>
        <source>&amp;Architecture</source>
        <translation>&amp;Architecture</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Si&amp;ze of text and controls</source>
        <translation>T&amp;aille du texte et des commandes</translation>
    </message>
    <message>
        <source>&amp;Recordings</source>
        <translation>&amp;Enregistrements</translation>
    </message>
    <message>
        <source>Changes take effect at once and are remembered.</source>
        <translation>Les changements prennent effet aussitôt et sont mémorisés.</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Langue du système</translation>
    </message>
    <message>
        <source>On this screen; Ctrl++ and Ctrl+− change it too</source>
        <translation>Sur cet écran&#x202f;; Ctrl++ et Ctrl+− la modifient aussi</translation>
    </message>
    <message>
        <source>&amp;OSC</source>
        <translation>&amp;OSC</translation>
    </message>
    <message>
        <source>Open Sound Control, for TouchDesigner, QLC+, Max …</source>
        <translation>Open Sound Control, pour TouchDesigner, QLC+, Max …</translation>
    </message>
    <message>
        <source>&amp;Web page on port</source>
        <translation>Page &amp;Web sur le port</translation>
    </message>
    <message>
        <source>A page with the genre, for a browser or OBS</source>
        <translation>Une page avec le genre, pour un navigateur ou OBS</translation>
    </message>
    <message>
        <source>&amp;MQTT broker</source>
        <translation>Broker &amp;MQTT</translation>
    </message>
    <message>
        <source>Home Assistant discovers it automatically</source>
        <translation>Home Assistant le détecte automatiquement</translation>
    </message>
    <message>
        <source>&amp;Command on change</source>
        <translation>&amp;Commande au changement</translation>
    </message>
    <message>
        <source>Run without a shell</source>
        <translation>Exécutée sans shell</translation>
    </message>
    <message>
        <source>Tell other programs what is heard</source>
        <translation>Transmettre à d’autres programmes ce qui est entendu</translation>
    </message>
    <message>
        <source>Off. Example: {example}</source>
        <translation>Désactivé. Exemple&#xa0;: {example}</translation>
    </message>
    <message>
        <source>Delete the password from the system’s keyring</source>
        <translation>Supprimer le mot de passe du trousseau du système</translation>
    </message>
    <message>
        <source>Its &amp;password</source>
        <translation>Son mot de &amp;passe</translation>
    </message>
    <message>
        <source>Kept in the system’s keyring</source>
        <translation>Conservé dans le trousseau du système</translation>
    </message>
    <message>
        <source>Sending to {receivers}.</source>
        <translation>Envoi à {receivers}.</translation>
    </message>
    <message>
        <source>Nothing is sent.</source>
        <translation>Rien n’est envoyé.</translation>
    </message>
    <message>
        <source>Help — {application}</source>
        <translation>Aide — {application}</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Back to the previous page (Alt+Left)</source>
        <translation>Revenir à la page précédente (Alt+Gauche)</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Rechercher…</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>&amp;Effacer la liste</translation>
    </message>
    <message>
        <source>Folder for recordings</source>
        <translation>Dossier des enregistrements</translation>
    </message>
    <message>
        <source>{number} files in {folder}</source>
        <translation>{number} fichiers dans {folder}</translation>
    </message>
    <message>
        <source>Recorded {duration} in {where}</source>
        <translation>Enregistrement de {duration} dans {where}</translation>
    </message>
    <message>
        <source>Could not read the settings from {file}: {reason}. Using the defaults. Nothing is remembered until you move it away.</source>
        <translation>Impossible de lire les réglages dans {file} : {reason}. Les valeurs par défaut sont utilisées. Rien n’est mémorisé tant que vous ne l’avez pas déplacé.</translation>
    </message>
    <message>
        <source>Could not read the settings from {file}. Using the defaults.</source>
        <translation>Impossible de lire les réglages dans {file}. Les valeurs par défaut sont utilisées.</translation>
    </message>
    <message>
        <source>Could not save the settings to {file}. Check that the folder is writable and the disk is not full.</source>
        <translation>Impossible d’enregistrer les réglages dans {file}. Vérifiez que le dossier est accessible en écriture et que le disque n’est pas plein.</translation>
    </message>
    <message>
        <source>Settings in {damaged} are damaged and could not be reset: {error}. Delete the file and restart genre-monitor.</source>
        <translation>Les réglages de {damaged} sont endommagés et n’ont pas pu être réinitialisés&#xa0;: {error}. Supprimez le fichier et redémarrez genre-monitor.</translation>
    </message>
    <message>
        <source>Settings were damaged and have been reset. The old file is {kept}.</source>
        <translation>Les réglages étaient endommagés et ont été réinitialisés. L’ancien fichier est {kept}.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Choose what to listen to: a microphone, your own files, or the demo. Nothing is recorded unless you press Record, and nothing leaves this computer.</source>
        <translation>Choisissez ce que vous voulez écouter&#xa0;: un microphone, vos propres fichiers ou la démo. Rien n’est enregistré tant que vous ne cliquez pas sur Enregistrer, et rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>This is all the network hears: the last 2.3 seconds as 100 frames of 13 MFCCs, with the newest on the right.</source>
        <translation>Voici tout ce qu’entend le réseau&#xa0;: les 2,3 dernières secondes, sous la forme de 100 trames de 13 MFCC, la plus récente à droite.</translation>
    </message>
    <message>
        <source>These are the feature maps of one layer, one for each of its kernels. Choose any layer; click a map to enlarge it, or a kernel to change it.</source>
        <translation>Voici les cartes de caractéristiques d’une couche, une pour chacun de ses noyaux. Choisissez n’importe quelle couche&#x202f;; cliquez sur une carte pour l’agrandir, ou sur un noyau pour le modifier.</translation>
    </message>
    <message>
        <source>And this is the network’s answer, from everything it has heard since the music last changed. When it cannot decide, it names two genres, or says that it is not sure.</source>
        <translation>Et voici la réponse du réseau, d’après tout ce qu’il a entendu depuis le dernier changement de musique. Quand il ne peut pas trancher, il nomme deux genres, ou indique qu’il n’est pas sûr.</translation>
    </message>
    <message>
        <source>The View menu has more: the sum behind each pixel, why this genre, the history, the architecture, a list of everything heard in this session, and the laboratory, where you can try convolution and pooling by hand.</source>
        <translation>Le menu Affichage contient d’autres vues&#xa0;: la somme derrière chaque pixel, l’explication du genre, l’historique, l’architecture, la liste de tout ce qui a été entendu dans cette session, et le laboratoire, où vous pouvez essayer la convolution et le pooling à la main.</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Visite guidée</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Skip the tour; Help ▸ Tour shows it again ({keys})</source>
        <translation>Passer la visite&#x202f;; Aide ▸ Visite guidée permet de la revoir ({keys})</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Audio track</source>
        <translation>Piste audio</translation>
    </message>
    <message>
        <source>Audio track of the video</source>
        <translation>Piste audio de la vidéo</translation>
    </message>
    <message>
        <source>Internet radio (http, https) as mp3, ogg, aac or HLS, or a stream over RTSP. It is played and analysed. The address may contain a user name and a password (http://NAME:PASSWORD@…); the password is not remembered.</source>
        <translation>Radio par Internet (http, https) en mp3, ogg, aac ou HLS, ou flux RTSP. Le flux est lu et analysé. L’adresse peut contenir un nom d’utilisateur et un mot de passe (http://NOM:MOT-DE-PASSE@…)&#x202f;; le mot de passe n’est pas conservé.</translation>
    </message>
    <message>
        <source>Open address</source>
        <translation>Ouvrir une adresse</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>Effacer la liste</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy, HH:mm</source>
        <translation>ddd d MMM yyyy, HH:mm</translation>
    </message>
</context>
</TS>
