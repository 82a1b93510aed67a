import type { StylesheetJson } from 'cytoscape';
import type { Palette } from './palette.ts';

/** The look of the bodies and lines that Cytoscape draws; what is inside a card, the painter draws. */
export function styleOf(colours: Palette): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        width: 'data(width)',
        height: 'data(height)',
        'background-color': colours.card,
        'overlay-opacity': 0,
        'z-index': 2,
      },
    },
    { selector: 'node.claim', style: { shape: 'round-rectangle', 'corner-radius': '8px' } },
    {
      selector: 'node.study',
      style: { shape: 'rectangle', 'border-width': 1, 'border-color': colours.line },
    },
    {
      selector: 'node.bead',
      style: {
        shape: 'ellipse',
        'border-width': 1.5,
        'border-color': colours.supports,
        'background-color': colours.paper,
        'z-index': 3,
      },
    },
    ...standingStyles(colours),
    {
      selector: 'node.retracted',
      style: { 'border-style': 'double', 'border-width': 4, 'border-color': colours.retracted },
    },
    {
      selector: 'node.withdrawn',
      style: {
        'border-style': 'dashed',
        'border-width': 1,
        'border-color': colours.ink,
        'border-dash-pattern': [5, 3],
      },
    },
    {
      selector: 'node.stub',
      style: {
        shape: 'round-rectangle',
        'corner-radius': '9px',
        'border-style': 'dashed',
        'border-width': 1.5,
        'border-color': colours.quiet,
        'border-dash-pattern': [4, 3],
        'background-color': colours.paper,
        'z-index': 4,
      },
    },
    ...edgeStyles(colours),
  ];
}

function standingStyles(colours: Palette): StylesheetJson {
  return [
    {
      selector: 'node.GROUNDED',
      style: { 'border-width': 2, 'border-style': 'solid', 'border-color': colours.grounded },
    },
    {
      selector: 'node.UNRESOLVED',
      style: { 'border-width': 2, 'border-style': 'dotted', 'border-color': colours.unresolved },
    },
    {
      selector: 'node.UNGROUNDED',
      style: { 'border-width': 2, 'border-style': 'dashed', 'border-color': colours.ungrounded },
    },
  ];
}

function edgeStyles(colours: Palette): StylesheetJson {
  return [
    {
      selector: 'edge',
      style: {
        width: 2,
        'line-color': colours.supports,
        'target-arrow-color': colours.supports,
        'source-arrow-color': colours.supports,
        'arrow-scale': 0.9,
        'overlay-opacity': 0,
        'curve-style': 'straight',
      },
    },
    {
      selector: 'edge.bent',
      style: {
        'curve-style': 'round-segments',
        'edge-distances': 'node-position',
        'segment-weights': 'data(weights)',
        'segment-distances': 'data(distances)',
        'segment-radii': [6],
      },
    },
    {
      selector: 'edge.placed',
      style: { 'source-endpoint': 'data(start)', 'target-endpoint': 'data(end)' },
    },
    {
      selector: 'edge.curved',
      style: {
        'curve-style': 'unbundled-bezier',
        'edge-distances': 'node-position',
        'control-point-weights': 'data(weights)',
        'control-point-distances': 'data(distances)',
      },
    },
    { selector: 'edge.arrow', style: { 'target-arrow-shape': 'triangle' } },
    {
      selector: 'edge.restates',
      style: {
        width: 1.25,
        'line-color': colours.mentions,
        'target-arrow-color': colours.mentions,
        'target-arrow-shape': 'vee',
      },
    },
    { selector: 'edge.says', style: { width: 1.5, 'line-color': colours.line } },
    {
      selector: 'edge.says.own',
      style: {
        width: 2,
        'line-color': colours.supports,
        'source-arrow-shape': 'triangle',
      },
    },
    {
      selector: 'edge.contradicts',
      style: {
        width: 2.5,
        'line-color': colours.contradicts,
        'target-arrow-color': colours.contradicts,
      },
    },
    { selector: 'edge.contradicts.arrow', style: { 'target-arrow-shape': 'tee' } },
    {
      selector: 'edge.qualifies',
      style: {
        'line-style': 'dashed',
        'line-color': colours.qualifies,
        'target-arrow-color': colours.qualifies,
      },
    },
    {
      selector: 'edge.qualifies.arrow',
      style: { 'target-arrow-shape': 'diamond', 'target-arrow-fill': 'hollow' },
    },
    {
      selector: 'edge.mentions',
      style: { width: 1, 'line-style': 'dotted', 'line-color': colours.mentions },
    },
    { selector: 'edge.mentions.arrow', style: { 'target-arrow-shape': 'none' } },
    {
      selector: 'edge.void',
      style: {
        width: 1,
        'line-color': colours.mentions,
        'target-arrow-color': colours.mentions,
        'source-arrow-color': colours.mentions,
        'target-arrow-fill': 'hollow',
      },
    },
  ];
}
